/**
 * The one place where a servlet request becomes an {@link com.authgear.headers.AuthgearSession}, and the filter that
 * answers 401.
 */
@NullMarked
package com.authgear.headers.servlet;

import org.jspecify.annotations.NullMarked;

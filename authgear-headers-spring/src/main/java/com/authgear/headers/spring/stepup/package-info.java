/**
 * Rules that ask for a recent login or for authentication methods, for requests and for methods of beans. Start at
 * {@link com.authgear.headers.spring.stepup.RequireRecentLogin} or
 * {@link com.authgear.headers.spring.stepup.AuthgearAuthorization}.
 */
@NullMarked
package com.authgear.headers.spring.stepup;

import org.jspecify.annotations.NullMarked;

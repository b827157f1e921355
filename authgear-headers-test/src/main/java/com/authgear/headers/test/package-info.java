/**
 * What tests of an application send: the headers of an honest proxy, and forgeries that must be refused.
 *
 * <p>Needs nothing but {@code java.base} and no test framework, so that it works with every HTTP client and every
 * runner. Start at {@link com.authgear.headers.test.AuthgearTestHeaders} and
 * {@link com.authgear.headers.test.ForgeryCheck}.
 */
@NullMarked
package com.authgear.headers.test;

import org.jspecify.annotations.NullMarked;

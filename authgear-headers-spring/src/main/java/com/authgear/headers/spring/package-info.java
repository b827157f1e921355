/**
 * The Authgear headers as a Spring Security authentication: {@code http.with(authgearHeaders(), withDefaults())}.
 *
 * <p>The servlet module decides, and this package tells Spring Security: what is refused there is refused here, with
 * the same answer and the same log line. Compiled against Spring Security 6.5 and used unchanged on 7.
 */
@NullMarked
package com.authgear.headers.spring;

import org.jspecify.annotations.NullMarked;

/**
 * The Authgear headers as a Spring Security authentication: {@code http.with(authgearHeaders(), withDefaults())}.
 *
 * <p>Whatever the servlet module refuses is refused here, with the same answer and the same log line: it decides, this
 * only tells Spring Security. Compiled against Spring Security 6.5 and used on 7 unchanged.
 */
@NullMarked
package com.authgear.headers.spring;

import org.jspecify.annotations.NullMarked;

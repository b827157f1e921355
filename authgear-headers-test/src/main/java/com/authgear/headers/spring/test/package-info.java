/**
 * Tests of an application that uses the Authgear headers: as a user, without a user, and as a forger. Needs
 * {@code authgear-headers-spring} and {@code spring-security-test} beside it, and no Spring Boot. A test context of
 * Spring Boot whose properties state no trust gets a random {@code authgear.headers.shared-secret}, the same one for
 * the whole JVM.
 *
 * <p>Start at {@link com.authgear.headers.spring.test.WithAuthgearPrincipal} for methods and
 * {@link com.authgear.headers.spring.test.AuthgearMockMvcRequestPostProcessors} for MockMvc. With another HTTP client,
 * or without Spring, {@link com.authgear.headers.test.AuthgearTestHeaders} is all that is needed.
 */
@NullMarked
package com.authgear.headers.spring.test;

import org.jspecify.annotations.NullMarked;

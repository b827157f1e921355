/** A Spring Boot application, and the tests that each supported line of Spring Boot runs against it. */
@NullMarked
package com.authgear.headers.bootsuite;

import org.jspecify.annotations.NullMarked;

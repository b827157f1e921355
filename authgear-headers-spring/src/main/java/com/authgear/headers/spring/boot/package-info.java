/** Spring Boot auto-configuration: one property, {@code authgear.headers.shared-secret}, protects the application. */
@NullMarked
package com.authgear.headers.spring.boot;

import org.jspecify.annotations.NullMarked;

/** A protected Jetty, behind the front of the examples. */
@NullMarked
package com.authgear.headers.examples.nginxjetty;

import org.jspecify.annotations.NullMarked;

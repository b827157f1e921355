/** Starts the application behind the front of the examples, and checks it. */
@NullMarked
package com.authgear.headers.examples.springboot;

import org.jspecify.annotations.NullMarked;

/** A client that sends exactly the bytes it is told to, for tests and checks of forged requests. */
@NullMarked
package com.authgear.headers.rawhttp;

import org.jspecify.annotations.NullMarked;

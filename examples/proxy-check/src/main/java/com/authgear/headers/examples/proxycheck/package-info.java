/** Sends forged requests through a reverse proxy and says what it let through to the backend. */
@NullMarked
package com.authgear.headers.examples.proxycheck;

import org.jspecify.annotations.NullMarked;

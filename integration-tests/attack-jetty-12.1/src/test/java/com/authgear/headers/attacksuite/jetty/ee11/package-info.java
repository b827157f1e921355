/** Jetty 12.1. */
@NullMarked
package com.authgear.headers.attacksuite.jetty.ee11;

import org.jspecify.annotations.NullMarked;

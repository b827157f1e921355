/** Jetty 12.0. */
@NullMarked
package com.authgear.headers.attacksuite.jetty.ee10;

import org.jspecify.annotations.NullMarked;

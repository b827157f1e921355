/** Jetty 12, whichever edition of the servlet API is deployed on it. */
@NullMarked
package com.authgear.headers.attacksuite.jetty;

import org.jspecify.annotations.NullMarked;

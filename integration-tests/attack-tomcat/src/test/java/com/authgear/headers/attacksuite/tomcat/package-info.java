/** Tomcat 10.1 and newer. */
@NullMarked
package com.authgear.headers.attacksuite.tomcat;

import org.jspecify.annotations.NullMarked;

/** Undertow. */
@NullMarked
package com.authgear.headers.attacksuite.undertow;

import org.jspecify.annotations.NullMarked;

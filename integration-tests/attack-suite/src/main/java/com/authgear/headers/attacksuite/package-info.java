/**
 * Requests of attackers and what must come of each, run against a container or an adapter that a module supplies.
 */
@NullMarked
package com.authgear.headers.attacksuite;

import org.jspecify.annotations.NullMarked;

/** Fuzzing of core from outside: what it answers is compared with readers that share no code with it. */
@org.jspecify.annotations.NullMarked
package com.authgear.headers.fuzz;

/** Shows that each defence is needed: without it an attack of the suite gets through. */
@org.jspecify.annotations.NullMarked
package com.authgear.headers.defences;

/** Finds who is at the other end of a request's socket, and calls methods of containers by name. Not exported. */
@org.jspecify.annotations.NullMarked
package com.authgear.headers.servlet.peer;

/**
 * Who is at the other end of a request's socket, and what else containers tell by methods that are known by name alone. Not
 * exported.
 */
@org.jspecify.annotations.NullMarked
package com.authgear.headers.servlet.peer;

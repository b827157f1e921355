/** Very many requests of all sorts through NGINX to two containers while the resolver fails; each answer is judged. */
@NullMarked
package com.authgear.headers.soak;

import org.jspecify.annotations.NullMarked;

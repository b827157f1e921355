/** A whole deployment of forward authentication on one machine: proxy, resolver stub, protected backend. */
@NullMarked
package com.authgear.headers.examples.nginxjetty;

import org.jspecify.annotations.NullMarked;

/** Tests of the proxy recipes. */
@NullMarked
package com.authgear.headers.examples.proxies;

import org.jspecify.annotations.NullMarked;

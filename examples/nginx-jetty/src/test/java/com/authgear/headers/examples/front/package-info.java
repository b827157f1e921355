/** What the examples share: proxy, resolver stub, a backend of their own, and a table of requests that checks them. */
@NullMarked
package com.authgear.headers.examples.front;

import org.jspecify.annotations.NullMarked;

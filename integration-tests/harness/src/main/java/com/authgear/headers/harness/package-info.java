/**
 * What tests share: a client that sends exactly the bytes it is told to, proxies as child processes, tables of
 * requests.
 */
@NullMarked
package com.authgear.headers.harness;

import org.jspecify.annotations.NullMarked;

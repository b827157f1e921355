/**
 * Names, grammar, typed result and trust rules of the {@code x-authgear-*} headers that the Authgear resolver answers
 * and a reverse proxy copies onto a request.
 *
 * <p>These headers prove nothing by themselves: any client can send them. They mean something only on a request that
 * {@link com.authgear.headers.ProxyTrust} accepts, from a proxy that sets or removes every one of the nine names on
 * every request.
 */
@NullMarked
package com.authgear.headers;

import org.jspecify.annotations.NullMarked;

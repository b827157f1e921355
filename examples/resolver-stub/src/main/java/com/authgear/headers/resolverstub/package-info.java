/**
 * A server that answers as the Authgear resolver does, for a table of users: for examples and tests.
 *
 * <p>It is no security product. Whoever names a user of the table is that user. Start at
 * {@link com.authgear.headers.resolverstub.ResolverStub}.
 */
@NullMarked
package com.authgear.headers.resolverstub;

import org.jspecify.annotations.NullMarked;

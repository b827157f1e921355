package com.authgear.headers.examples.proxycheck;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.AuthgearSession;
import com.authgear.headers.resolverstub.StubUser;
import com.authgear.headers.resolverstub.StubUser.Standing;

/**
 * Somebody who asks for something.
 *
 * @param token their access token and the value of each of their cookies
 * @param known what the resolver stub knows of them
 */
record User(String token, StubUser known) {
    static User enabled(AuthgearPrincipal principal) {
        return new User(principal.userId(), StubUser.enabled(principal));
    }

    /** Whose session is invalid. */
    static User disabled(String name) {
        return new User(name, new StubUser(AuthgearPrincipal.builder(name).build(), Standing.EXPIRED));
    }

    String bearer() {
        return "Authorization: Bearer " + token;
    }

    String cookie(String name) {
        return "Cookie: " + name + "=" + token;
    }

    boolean isEnabled() {
        return known.standing() == Standing.GOOD;
    }

    /** What the resolver says of them. */
    Identity identity() {
        return isEnabled() ? Identity.of(new AuthgearSession.Valid(known.principal())) : Identity.INVALID;
    }
}

package com.authgear.headers.examples.proxycheck;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.AuthgearSession;
import com.authgear.headers.resolverstub.StubUser;
import com.authgear.headers.resolverstub.StubUser.Standing;

/**
 * A user who sends requests.
 *
 * @param token their access token and the value of each of their cookies
 * @param known the user as the resolver stub has it
 */
record User(String token, StubUser known) {
    static User enabled(AuthgearPrincipal principal) {
        return new User(principal.userId(), StubUser.enabled(principal));
    }

    /** A user whose session is invalid. */
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

    /** The identity that the resolver answers. */
    Identity identity() {
        return isEnabled() ? Identity.of(new AuthgearSession.Valid(known.principal())) : Identity.INVALID;
    }
}

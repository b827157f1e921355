package com.authgear.headers.servlet;

import com.authgear.headers.AuthgearHeaderWriter;
import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.AuthgearSession;
import com.authgear.headers.ProxyTrust;
import com.authgear.headers.harness.RawRequest;
import java.util.ArrayList;
import java.util.List;

/** The requests that a proxy would send, and the secret it would know. */
final class Requests {
    static final String SECRET = "0123456789abcdef0123456789abcdef";
    static final String SECRET_LINE = "x-proxy-secret: " + SECRET;
    static final String BEARER_LINE = "Authorization: Bearer alice";
    static final AuthgearPrincipal ALICE = AuthgearPrincipal.builder("alice")
            .verified(true)
            .canReauthenticate(true)
            .roles(List.of("manager", "store:clerk"))
            .amr(List.of("otp", "pwd"))
            .build();
    static final AuthgearPrincipal BOB = AuthgearPrincipal.builder("bob").build();

    private Requests() {}

    static ProxyTrust secret() {
        return ProxyTrust.sharedSecret(SECRET);
    }

    /** As the proxy sends it for a user: credential, identity and secret. */
    static RawRequest as(AuthgearPrincipal user, String target) {
        return forged(user, target).with(BEARER_LINE, SECRET_LINE);
    }

    /** As an attacker sends it: the identity alone. */
    static RawRequest forged(AuthgearPrincipal user, String target) {
        return RawRequest.get(target, lines(new AuthgearSession.Valid(user)));
    }

    /** As the proxy sends it for a session that is no longer valid. */
    static RawRequest invalid(String target) {
        return RawRequest.get(target, lines(AuthgearSession.invalid())).with("Cookie: session=old", SECRET_LINE);
    }

    /** As the proxy sends it without a session. */
    static RawRequest nobody(String target) {
        return RawRequest.get(target, SECRET_LINE);
    }

    private static String[] lines(AuthgearSession session) {
        List<String> lines = new ArrayList<>();
        AuthgearHeaderWriter.write(session, (name, value) -> lines.add(name + ": " + value));
        return lines.toArray(String[]::new);
    }
}

package com.authgear.headers.bootsuite;

import com.authgear.headers.AuthgearHeaderWriter;
import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.AuthgearSession;
import com.authgear.headers.harness.RawRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringBootVersion;

/** The requests that a proxy would send, and those of an attacker. */
final class Requests {
    static final String SECRET = "0123456789abcdef0123456789abcdef";
    static final String SECRET_LINE = "x-proxy-secret: " + SECRET;
    static final String BEARER_LINE = "Authorization: Bearer alice";
    static final String COOKIE_LINE = "Cookie: session=alice";
    static final AuthgearPrincipal ALICE = AuthgearPrincipal.builder("alice")
            .verified(true)
            .canReauthenticate(true)
            .roles(List.of("manager", "store:clerk"))
            .amr(List.of("otp", "pwd"))
            .build();
    static final AuthgearPrincipal ALICE_WITHOUT_ROLES =
            AuthgearPrincipal.builder("alice").build();
    static final AuthgearPrincipal BOB = AuthgearPrincipal.builder("bob").build();

    /** What Alice's methods prove, where Spring Security has factors. */
    static final String ALICES_FACTORS =
            SpringBootVersion.getVersion().startsWith("3.") ? "" : " FACTOR_OTT FACTOR_PASSWORD";

    private Requests() {}

    /** As the proxy sends it for a user with a token. */
    static RawRequest as(AuthgearPrincipal user, String target) {
        return forged(user, target).with(BEARER_LINE, SECRET_LINE);
    }

    /** As the proxy sends it for the user of a browser. */
    static RawRequest inBrowser(AuthgearPrincipal user, String method, String target) {
        return RawRequest.of(method, target, lines(new AuthgearSession.Valid(user)))
                .with(COOKIE_LINE, SECRET_LINE);
    }

    /** As an attacker sends it: the identity alone. */
    static RawRequest forged(AuthgearPrincipal user, String target) {
        return RawRequest.get(target, lines(new AuthgearSession.Valid(user)));
    }

    /** As the proxy sends it for a session that is no longer good. */
    static RawRequest invalid(String target) {
        return RawRequest.get(target, lines(AuthgearSession.invalid())).with("Cookie: session=old", SECRET_LINE);
    }

    /** As the proxy sends it for nobody. */
    static RawRequest nobody(String target) {
        return RawRequest.get(target, SECRET_LINE);
    }

    /** The same request by another method. */
    static RawRequest by(String method, RawRequest request) {
        return new RawRequest(method, request.target(), request.lines(), request.body());
    }

    private static String[] lines(AuthgearSession session) {
        List<String> lines = new ArrayList<>();
        AuthgearHeaderWriter.write(session, (name, value) -> lines.add(name + ": " + value));
        return lines.toArray(String[]::new);
    }
}

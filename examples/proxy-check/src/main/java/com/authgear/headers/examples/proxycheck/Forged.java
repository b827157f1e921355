package com.authgear.headers.examples.proxycheck;

import com.authgear.headers.AuthgearHeaderWriter;
import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.AuthgearSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** All nine headers, as an attacker would send them to become the administrator. */
final class Forged {
    private static final AuthgearPrincipal MALLORY = AuthgearPrincipal.builder("mallory")
            .verified(true)
            .canReauthenticate(true)
            .roles(List.of("manager"))
            .amr(List.of("mfa"))
            .acr("urn:mfa")
            .authenticatedAt(Instant.ofEpochSecond(1_700_000_000))
            .build();

    private Forged() {}

    static String[] nine() {
        return spelled(UnaryOperator.identity());
    }

    static String[] spelled(UnaryOperator<String> spelling) {
        List<String> lines = new ArrayList<>();
        AuthgearHeaderWriter.write(
                new AuthgearSession.Valid(MALLORY), (name, value) -> lines.add(spelling.apply(name) + ": " + value));
        return lines.toArray(String[]::new);
    }

    /** Names with another character than the hyphen. */
    static String[] separatedBy(char separator) {
        return spelled(name -> name.replace('-', separator));
    }
}

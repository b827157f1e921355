package com.authgear.headers.harness;

import com.authgear.headers.AuthgearHeader;
import com.authgear.headers.AuthgearHeaderWriter;
import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.AuthgearSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All nine headers, as an attacker would send them to become the administrator. */
public final class Forgery {
    private static final AuthgearPrincipal MALLORY = AuthgearPrincipal.builder("mallory")
            .verified(true)
            .canReauthenticate(true)
            .roles(List.of("manager"))
            .amr(List.of("mfa"))
            .acr("urn:mfa")
            .authenticatedAt(Instant.ofEpochSecond(1_700_000_000))
            .build();

    private Forgery() {}

    public static String[] nine() {
        return lines(UnaryOperator.identity()).toArray(String[]::new);
    }

    public static String[] twice() {
        return Stream.concat(lines(UnaryOperator.identity()).stream(), lines(UnaryOperator.identity()).stream())
                .toArray(String[]::new);
    }

    public static String[] mixedCase() {
        return lines(name -> name.toUpperCase(Locale.ROOT).replace('A', 'a')).toArray(String[]::new);
    }

    public static String[] underscores() {
        return separatedBy('_');
    }

    /** Names with another character than the hyphen. */
    public static String[] separatedBy(char separator) {
        return lines(name -> name.replace('-', separator)).toArray(String[]::new);
    }

    private static List<String> lines(UnaryOperator<String> spelling) {
        List<String> lines = new ArrayList<>();
        AuthgearHeaderWriter.write(
                new AuthgearSession.Valid(MALLORY), (name, value) -> lines.add(spelling.apply(name) + ": " + value));
        if (lines.size() != AuthgearHeader.values().length) {
            throw new IllegalStateException("a header is missing from the forgery");
        }
        return lines;
    }
}

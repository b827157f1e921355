package com.authgear.headers.examples.proxies;

import com.authgear.headers.AuthgearHeader;
import com.authgear.headers.harness.Expectation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whom the stub knows, as the backend must see them: these headers and no others. */
enum Visitor {
    NOBODY(Map.of()),
    REFUSED(Map.of(AuthgearHeader.SESSION_VALID, "false")),
    BOB(user("bob", "false", "false")),
    CAROL(user("carol", "true", "false")),
    ALICE(alice());

    /** Of all headers together, one a line, in the order of their names. */
    private final String pattern;

    Visitor(Map<AuthgearHeader, String> patterns) {
        Map<String, String> byName = new TreeMap<>();
        patterns.forEach((header, value) -> byName.put(header.wireName().toLowerCase(Locale.ROOT), value));
        pattern = lines(byName);
    }

    /** That this visitor reached the backend, and the secret with them. */
    Expectation reached(String secret) {
        return Expectation.body("as " + name() + ", with the secret", body -> came(body, secret));
    }

    /** The same of the head of a request. */
    boolean came(String head, String secret) {
        Echo echo = Echo.of(head);
        return is(echo) && echo.values("x-proxy-secret").equals(List.of(secret));
    }

    /** That they reached it without the secret. */
    Expectation reached() {
        return Expectation.body(
                "as " + name() + ", without the secret",
                body -> is(Echo.of(body))
                        && Echo.of(body).values("x-proxy-secret").stream().allMatch(String::isEmpty));
    }

    private boolean is(Echo echo) {
        return !echo.hasOddNames()
                && echo.values("connection").stream().allMatch(value -> value.matches("(?i)close|keep-alive|upgrade"))
                && lines(echo.identity()).matches(pattern);
    }

    private static String lines(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static Map<AuthgearHeader, String> user(String id, String anonymous, String verified) {
        return Map.of(
                AuthgearHeader.SESSION_VALID, "true",
                AuthgearHeader.USER_ID, id,
                AuthgearHeader.USER_ANONYMOUS, anonymous,
                AuthgearHeader.USER_VERIFIED, verified,
                AuthgearHeader.USER_CAN_REAUTHENTICATE, verified,
                AuthgearHeader.SESSION_AUTHENTICATED_AT, "[0-9]{10}");
    }

    private static Map<AuthgearHeader, String> alice() {
        Map<AuthgearHeader, String> alice = new TreeMap<>(user("alice", "false", "true"));
        alice.put(AuthgearHeader.USER_ROLES, "manager,store:clerk");
        alice.put(AuthgearHeader.SESSION_AMR, "mfa otp pwd x_primary_password x_secondary_totp");
        return alice;
    }
}

package com.authgear.headers.examples.proxies;

import com.authgear.headers.AuthgearHeader;
import com.authgear.headers.examples.front.Expectation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Whom the stub knows, as the backend must see them: these headers and no others. */
enum Visitor {
    NOBODY(Map.of()),
    REFUSED(Map.of(AuthgearHeader.SESSION_VALID, "false")),
    BOB(user("bob", "false", "false")),
    CAROL(user("carol", "true", "false")),
    ALICE(alice());

    private final Map<String, Pattern> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Visitor(Map<AuthgearHeader, String> patterns) {
        patterns.forEach((header, pattern) -> headers.put(header.wireName(), Pattern.compile(pattern)));
    }

    /** That this visitor reached the backend, and the secret with them. */
    Expectation reached(String secret) {
        return Expectation.body("as " + name() + ", with the secret", body -> {
            Echo echo = Echo.of(body);
            return is(echo) && echo.values("x-proxy-secret").equals(List.of(secret));
        });
    }

    /** That they reached it without the secret. */
    Expectation reached() {
        return Expectation.body(
                "as " + name() + ", without the secret",
                body -> is(Echo.of(body))
                        && Echo.of(body).values("x-proxy-secret").stream().allMatch(String::isEmpty));
    }

    private boolean is(Echo echo) {
        Map<String, String> identity = echo.identity();
        return !echo.hasOddNames()
                && echo.values("connection").stream().allMatch(value -> value.matches("(?i)close|keep-alive|upgrade"))
                && identity.keySet().equals(lowerCase(headers).keySet())
                && identity.entrySet().stream()
                        .allMatch(header -> headers.get(header.getKey())
                                .matcher(header.getValue())
                                .matches());
    }

    private static Map<String, Pattern> lowerCase(Map<String, Pattern> headers) {
        Map<String, Pattern> names = new TreeMap<>();
        headers.forEach((name, pattern) -> names.put(name.toLowerCase(Locale.ROOT), pattern));
        return names;
    }

    private static Map<AuthgearHeader, String> user(String id, String anonymous, String verified) {
        return Map.of(
                AuthgearHeader.SESSION_VALID, "true",
                AuthgearHeader.USER_ID, id,
                AuthgearHeader.USER_ANONYMOUS, anonymous,
                AuthgearHeader.USER_VERIFIED, verified,
                AuthgearHeader.USER_CAN_REAUTHENTICATE, verified);
    }

    private static Map<AuthgearHeader, String> alice() {
        Map<AuthgearHeader, String> alice = new TreeMap<>(user("alice", "false", "true"));
        alice.put(AuthgearHeader.USER_ROLES, "manager,store:clerk");
        alice.put(AuthgearHeader.SESSION_AMR, "mfa otp pwd x_primary_password x_secondary_totp");
        alice.put(AuthgearHeader.SESSION_AUTHENTICATED_AT, "[0-9]{10}");
        return alice;
    }
}

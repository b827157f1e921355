package com.authgear.headers;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Random requests, most of them close to a valid one. */
final class RequestFuzzer {
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "true",
            "false",
            "1",
            "0",
            "TRUE",
            "true ",
            "true,true",
            "junk",
            "-1",
            "253402300799",
            "253402300800",
            "9999999999999999999",
            "pwd",
            "pwd,otp",
            ",",
            ",,",
            "a,b",
            "a b",
            "admin",
            "authgear:x",
            "session=x",
            "_ga=1; SESSION=x",
            "Bearer x",
            "Basic x",
            "x-authgear-user-id",
            "close, X-Authgear-User-Id",
            "\u0000",
            "\r\nx: y",
            "\ud800",
            "\ud83d\udd11",
            "\u0130",
            "%s%n",
            "${jndi:ldap://x}");
    private static final List<String> OTHER_NAMES = List.of(
            "Connection",
            "Cookie",
            "Authorization",
            "x-envoy-auth-failure-mode-allowed",
            "x-proxy-secret",
            "X_Proxy_Secret",
            "x-authgear-future",
            "x_authgear_",
            "x-authgear-",
            "x.authgear.user.id",
            "X-Authgear",
            "",
            "-",
            "\u0130");
    private static final AuthgearHeader[] HEADERS = AuthgearHeader.values();
    private static final int LONGEST = 300;

    private final Random random;

    RequestFuzzer(long seed) {
        random = new Random(seed);
    }

    Headers next() {
        Headers headers = random.nextInt(4) == 0 ? Headers.none() : Headers.valid();
        for (int i = random.nextInt(4); i > 0; i--) {
            mutate(headers);
        }
        return headers;
    }

    private void mutate(Headers headers) {
        switch (random.nextInt(4)) {
            case 0 -> headers.without(name());
            case 1 -> headers.with(name(), value());
            case 2 -> headers.set(name(), value());
            default -> headers.set(header(), value());
        }
    }

    private String name() {
        return switch (random.nextInt(6)) {
            case 0 -> header().toUpperCase(Locale.ROOT);
            case 1 -> header().replace('-', '_');
            case 2 -> OTHER_NAMES.get(random.nextInt(OTHER_NAMES.size()));
            case 3 -> text(20);
            default -> header();
        };
    }

    private String header() {
        return HEADERS[random.nextInt(HEADERS.length)].wireName();
    }

    private String value() {
        return switch (random.nextInt(8)) {
            case 0 -> text(LONGEST);
            case 1 -> "a,".repeat(random.nextInt(LONGEST));
            default -> VALUES.get(random.nextInt(VALUES.size()));
        };
    }

    private String text(int longest) {
        StringBuilder result = new StringBuilder();
        int highest = random.nextInt(3) == 0 ? Character.MAX_VALUE + 1 : 0x80;
        random.ints(random.nextInt(longest), 0, highest).forEach(c -> result.append((char) c));
        return result.toString();
    }
}

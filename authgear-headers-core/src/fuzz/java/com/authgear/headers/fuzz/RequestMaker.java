package com.authgear.headers.fuzz;

import com.authgear.headers.AuthgearHeader;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Bytes of the fuzzer as the headers of a request, most of them near a good one. */
final class RequestMaker {
    private static final int CHANGES = 8;
    private static final int TEXT = 24;
    private static final int REPEATS = 300;
    private static final String[] OTHER_NAMES = {
        "Connection",
        "Cookie",
        "Authorization",
        "x-envoy-auth-failure-mode-allowed",
        "x-proxy-secret",
        "x-authgear-future",
        "x-authgear-",
        "x-authgear"
    };
    private static final String[] VALUES = {
        "",
        " ",
        "\t",
        "true",
        "false",
        "True",
        "1",
        "0",
        "f",
        "a",
        "a,",
        " a",
        ",",
        "authgear:",
        "_",
        "z",
        "admin",
        "pwd",
        "otp",
        "Bearer ",
        "bearer x",
        "Basic x",
        "session",
        "session=x",
        "app_access_token=",
        "; ",
        "=",
        "SESSION",
        "x-authgear-user-id",
        "X_Authgear_",
        "close, ",
        "0123456789",
        "1700000000",
        "253402300799",
        "253402300800",
        "1800000060",
        "1800000061",
        "-",
        "+",
        "00",
        "\u0000",
        "\u00a0",
        "\u0130",
        "\ud83d",
        "\r\n",
        "${jndi:x}",
        Setup.SECRET
    };

    private final FuzzedDataProvider data;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();

    RequestMaker(FuzzedDataProvider data) {
        this.data = data;
    }

    /** Names as they are spelled, each with its lines. */
    Map<String, List<String>> request() {
        switch (data.consumeInt(0, 3)) {
            case 0 -> fromProxy("false");
            case 1 -> fromProxy("true");
            case 2 -> honest();
            default -> {}
        }
        for (int i = data.consumeInt(0, CHANGES); i > 0; i--) {
            change();
        }
        return headers;
    }

    private void fromProxy(String valid) {
        headers.put("x-proxy-secret", lines(Setup.SECRET));
        headers.put("Authorization", lines("Bearer x"));
        headers.put(AuthgearHeader.SESSION_VALID.wireName(), lines(valid));
    }

    private void honest() {
        fromProxy("true");
        headers.put(AuthgearHeader.USER_ID.wireName(), lines("alice"));
        headers.put(AuthgearHeader.USER_ANONYMOUS.wireName(), lines("false"));
        headers.put(AuthgearHeader.USER_VERIFIED.wireName(), lines("true"));
        headers.put(AuthgearHeader.USER_CAN_REAUTHENTICATE.wireName(), lines("true"));
    }

    private void change() {
        switch (data.consumeInt(0, 3)) {
            case 0 -> headers.remove(name());
            case 1 -> headers.computeIfAbsent(name(), name -> new ArrayList<>()).add(value());
            case 2 -> headers.put(name(), lines(value()));
            default -> headers.put(known(), lines(value()));
        }
    }

    private String name() {
        return switch (data.consumeInt(0, 5)) {
            case 0 -> known().toUpperCase(Locale.ROOT);
            case 1 -> known().replace('-', data.consumeChar());
            case 2 -> data.pickValue(OTHER_NAMES);
            case 3 -> data.pickValue(OTHER_NAMES).toUpperCase(Locale.ROOT);
            case 4 -> data.consumeString(TEXT);
            default -> known();
        };
    }

    private String known() {
        return data.pickValue(AuthgearHeader.values()).wireName();
    }

    private String value() {
        return switch (data.consumeInt(0, 4)) {
            case 0 -> data.consumeString(TEXT);
            case 1 -> data.consumeAsciiString(TEXT);
            case 2 -> data.pickValue(VALUES).repeat(data.consumeInt(1, REPEATS));
            case 3 -> data.pickValue(VALUES) + data.consumeAsciiString(TEXT) + data.pickValue(VALUES);
            default -> data.pickValue(VALUES);
        };
    }

    private static List<String> lines(String line) {
        return new ArrayList<>(List.of(line));
    }
}

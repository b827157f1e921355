package com.authgear.headers.fuzz;

import static com.authgear.headers.fuzz.ExpectedNames.lines;

import com.authgear.headers.AuthgearHeader;
import com.authgear.headers.AuthgearSession;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The decision of a request by its rules, one after the other and each over the whole request. */
final class ExpectedOutcome {
    static final String REFUSED = "refused";

    private static final String NONE = "none";
    private static final String INVALID = "invalid";
    private static final Pattern BEARER = Pattern.compile("(?is)bearer .+");
    private static final Pattern COOKIE = Pattern.compile("(?s)[^=]*(session|app_access_token)[ \t]*(=.*)?");

    private final Setup setup;
    private final Map<String, List<String>> headers;
    private final Map<AuthgearHeader, String> values = new EnumMap<>(AuthgearHeader.class);

    ExpectedOutcome(Setup setup, Map<String, List<String>> headers) {
        this.setup = setup;
        this.headers = headers;
        for (AuthgearHeader header : AuthgearHeader.values()) {
            lines(headers, header.wireName()).stream()
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> values.put(header, line));
        }
    }

    static String describe(AuthgearSession session) {
        if (session instanceof AuthgearSession.Valid valid) {
            return ExpectedUser.describe(valid.principal());
        }
        return session instanceof AuthgearSession.Invalid ? INVALID : NONE;
    }

    String read() {
        if (isAmbiguous()) {
            return REFUSED;
        }
        if (values.isEmpty()) {
            return NONE;
        }
        return isTrusted() && !isFailureMode() && (!setup.tripwire() || hasCredential()) ? session() : REFUSED;
    }

    private String session() {
        Boolean valid = ExpectedUser.bool(values.getOrDefault(AuthgearHeader.SESSION_VALID, ""));
        if (valid == null) {
            return REFUSED;
        }
        if (!valid) {
            return values.size() == 1 ? INVALID : REFUSED;
        }
        String user = new ExpectedUser(setup, values).read();
        return user == null ? REFUSED : user;
    }

    private boolean isTrusted() {
        return !setup.secret()
                || headers.entrySet().stream()
                        .filter(header -> ExpectedNames.isSame(header.getKey(), "x-proxy-secret"))
                        .flatMap(header -> header.getValue().stream())
                        .toList()
                        .equals(List.of(Setup.SECRET));
    }

    private boolean isAmbiguous() {
        return headers.keySet().stream().anyMatch(ExpectedNames::isAlias)
                || Arrays.stream(AuthgearHeader.values())
                        .anyMatch(header -> lines(headers, header.wireName()).size() > 1)
                || lines(headers, "Connection").stream()
                        .flatMap(line -> Arrays.stream(line.split(",")))
                        .anyMatch(option -> ExpectedNames.isReserved(ExpectedNames.trimmed(option)));
    }

    private boolean isFailureMode() {
        return lines(headers, "x-envoy-auth-failure-mode-allowed").stream()
                .anyMatch(line -> !ExpectedNames.isSame(line, "false"));
    }

    private boolean hasCredential() {
        return lines(headers, "Authorization").stream()
                        .anyMatch(line -> BEARER.matcher(line).matches())
                || lines(headers, "Cookie").stream()
                        .flatMap(line -> Arrays.stream(line.split(";")))
                        .anyMatch(pair -> COOKIE.matcher(pair).matches());
    }
}

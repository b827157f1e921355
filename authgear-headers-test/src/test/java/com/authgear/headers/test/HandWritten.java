package com.authgear.headers.test;

import com.sun.net.httpserver.Headers;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page for users, whose author reads the headers by hand and forgets nothing. Each of the {@link Careless} overrides
 * one method.
 */
class HandWritten {
    static final String SECRET = "3f9ad0c17be2458610f7c6b9e85d2a34917c0e6fd2b8a5437e1c90bd64fa8253";

    private static final String SECRET_HEADER = "x-proxy-secret";
    private static final Set<String> FLAG = Set.of("true", "false");

    Reply answer(Request request) {
        return user(request).map(this::page).orElseGet(this::refusal);
    }

    Reply page(String user) {
        return new Reply(200, "Hello " + user, Map.of());
    }

    Reply refusal() {
        return new Reply(401, "Log in", Map.of("WWW-Authenticate", "Bearer"));
    }

    Optional<String> user(Request request) {
        return proved(request)
                        && plainlyNamed(request)
                        && notNominated(request)
                        && notMarked(request)
                        && credited(request)
                        && wellFormed(request)
                ? Optional.ofNullable(identity(request))
                : Optional.empty();
    }

    boolean proved(Request request) {
        return provedBy(request.lines(SECRET_HEADER));
    }

    boolean provedBy(List<String> secrets) {
        return secrets.size() == 1 && matches(secrets.get(0));
    }

    boolean matches(String secret) {
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), SECRET.getBytes(StandardCharsets.UTF_8));
    }

    /** No name that another hop could take for one of Authgear's. */
    boolean plainlyNamed(Request request) {
        return request.names()
                .filter(name -> name.replaceAll("[^a-z0-9]", "-").startsWith("x-authgear-"))
                .allMatch(name -> name.matches("[a-z0-9-]+"));
    }

    boolean notNominated(Request request) {
        return request.lines("connection").stream()
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("x-authgear-"));
    }

    boolean notMarked(Request request) {
        return request.lines("x-envoy-auth-failure-mode-allowed").isEmpty();
    }

    boolean credited(Request request) {
        return request.lines("authorization").stream().anyMatch(line -> line.startsWith("Bearer "))
                || request.cookies().anyMatch(pair -> pair.split("=", 2)[0].endsWith("session"));
    }

    /** What is not always sent. */
    boolean wellFormed(Request request) {
        return optional(request, "x-authgear-session-amr", "[a-z_]+([ ,]+[a-z_]+)*")
                && optional(request, "x-authgear-session-authenticated-at", "\\d{1,12}")
                && optional(request, "x-authgear-user-roles", "[a-z:._-]+(,[a-z:._-]+)*");
    }

    @Nullable
    String identity(Request request) {
        return isUser(request)
                        && FLAG.contains(flag(request, "x-authgear-user-verified"))
                        && FLAG.contains(flag(request, "x-authgear-user-can-reauthenticate"))
                ? userId(request)
                : null;
    }

    /** Of a session that holds, and with an account. */
    boolean isUser(Request request) {
        return isValid(flag(request, "x-authgear-session-valid"))
                && isAccount(flag(request, "x-authgear-user-anonymous"));
    }

    boolean isValid(String valid) {
        return valid.equals("true");
    }

    boolean isAccount(String anonymous) {
        return anonymous.equals("false");
    }

    @Nullable
    String userId(Request request) {
        String id = one(request.lines("x-authgear-user-id"));
        return isUserId(id) ? id : null;
    }

    boolean isUserId(String id) {
        return id.matches("[A-Za-z0-9._~:@-]{1,128}");
    }

    String flag(Request request, String name) {
        return one(request.lines(name));
    }

    private static boolean optional(Request request, String name, String form) {
        List<String> lines = request.lines(name);
        return lines.size() <= 1 && one(lines).matches("(" + form + ")?");
    }

    /** The value of the only line, or an empty text. */
    static String one(List<String> lines) {
        return lines.size() == 1 ? lines.get(0) : "";
    }

    /** A request. Names are in lower case, and spellings of one name are one. */
    record Request(String method, Headers headers, InetSocketAddress peer) {
        List<String> lines(String name) {
            return headers.getOrDefault(name, List.of());
        }

        Stream<String> names() {
            return headers.keySet().stream().map(name -> name.toLowerCase(Locale.ROOT));
        }

        Stream<String> cookies() {
            return lines("cookie").stream().flatMap(line -> Arrays.stream(line.split("; ?", -1)));
        }

        /** The value of a cookie, or null. */
        @Nullable
        String cookie(String name) {
            return cookies()
                    .map(pair -> pair.split("=", 2))
                    .filter(pair -> pair[0].equals(name))
                    .map(pair -> pair[1])
                    .findFirst()
                    .orElse(null);
        }
    }

    record Reply(int status, String body, Map<String, String> headers) {}
}

package com.authgear.headers.benchmarks;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/** What teams write by hand: the nine headers are read and converted without checks. The yardstick. */
final class HandWritten {
    private HandWritten() {}

    /** What they make of it. */
    record User(
            boolean valid,
            String id,
            boolean anonymous,
            boolean verified,
            boolean canReauthenticate,
            List<String> roles,
            @Nullable String acr,
            List<String> amr,
            Instant authenticatedAt) {}

    static User read(HttpFields fields) {
        return new User(
                Boolean.parseBoolean(fields.get("X-Authgear-Session-Valid")),
                fields.get("X-Authgear-User-Id"),
                Boolean.parseBoolean(fields.get("X-Authgear-User-Anonymous")),
                Boolean.parseBoolean(fields.get("X-Authgear-User-Verified")),
                Boolean.parseBoolean(fields.get("X-Authgear-User-Can-Reauthenticate")),
                List.of(fields.get("X-Authgear-User-Roles").split(",")),
                fields.get("X-Authgear-Session-Acr"),
                List.of(fields.get("X-Authgear-Session-Amr").split(" ")),
                Instant.ofEpochSecond(Long.parseLong(fields.get("X-Authgear-Session-Authenticated-At"))));
    }

    static User read(HttpServletRequest request) {
        return new User(
                Boolean.parseBoolean(request.getHeader("X-Authgear-Session-Valid")),
                request.getHeader("X-Authgear-User-Id"),
                Boolean.parseBoolean(request.getHeader("X-Authgear-User-Anonymous")),
                Boolean.parseBoolean(request.getHeader("X-Authgear-User-Verified")),
                Boolean.parseBoolean(request.getHeader("X-Authgear-User-Can-Reauthenticate")),
                List.of(request.getHeader("X-Authgear-User-Roles").split(",")),
                request.getHeader("X-Authgear-Session-Acr"),
                List.of(request.getHeader("X-Authgear-Session-Amr").split(" ")),
                Instant.ofEpochSecond(Long.parseLong(request.getHeader("X-Authgear-Session-Authenticated-At"))));
    }

    /** The nine look-ups only, the lower bound of both. */
    static int lookUps(UnaryOperator<@Nullable String> header) {
        int found = 0;
        for (String name : NAMES) {
            found += header.apply(name) == null ? 0 : 1;
        }
        return found;
    }

    private static final List<String> NAMES = List.of(
            "X-Authgear-Session-Valid",
            "X-Authgear-User-Id",
            "X-Authgear-User-Anonymous",
            "X-Authgear-User-Verified",
            "X-Authgear-User-Can-Reauthenticate",
            "X-Authgear-User-Roles",
            "X-Authgear-Session-Acr",
            "X-Authgear-Session-Amr",
            "X-Authgear-Session-Authenticated-At");
}

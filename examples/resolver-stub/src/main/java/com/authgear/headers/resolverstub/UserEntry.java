package com.authgear.headers.resolverstub;

import com.authgear.headers.AuthgearPrincipal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A user as written in the file: a field that is left out keeps the value given here. */
final class UserEntry {
    @Nullable
    String userId;

    boolean anonymous;
    boolean verified;
    boolean canReauthenticate;
    List<String> roles = List.of();
    List<String> amr = List.of();

    @Nullable
    JsonNode authenticatedAt;

    @Nullable
    String acr;

    boolean disabled;

    StubUser toUser(String name, Instant now) {
        AuthgearPrincipal.Builder user = AuthgearPrincipal.builder(userId == null ? name : userId)
                .anonymous(anonymous)
                .verified(verified)
                .canReauthenticate(canReauthenticate)
                .roles(roles)
                .amr(amr);
        if (acr != null) {
            user.acr(acr);
        }
        if (authenticatedAt != null) {
            user.authenticatedAt(instant(authenticatedAt, now));
        }
        return new StubUser(user.build(), disabled);
    }

    private static Instant instant(JsonNode value, Instant now) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return seconds(value.longValue());
        }
        if (value.isString()) {
            return value.stringValue().equals("now") ? now : iso(value.stringValue());
        }
        throw badTime();
    }

    private static Instant seconds(long value) {
        try {
            return Instant.ofEpochSecond(value);
        } catch (DateTimeException e) {
            throw badTime();
        }
    }

    private static Instant iso(String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw badTime();
        }
    }

    private static IllegalArgumentException badTime() {
        return new IllegalArgumentException(
                "authenticatedAt must be seconds since 1970, a time such as \"2026-01-31T12:00:00Z\", or \"now\"");
    }
}

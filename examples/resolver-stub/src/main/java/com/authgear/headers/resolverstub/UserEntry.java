package com.authgear.headers.resolverstub;

import com.authgear.headers.AuthgearPrincipal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A user as written in the file: a field that is left out keeps the value given here. */
final class UserEntry {
    private static final Pattern RELATIVE = Pattern.compile("now(?:-([0-9]{1,6})([smhd]))?");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS, "d", ChronoUnit.DAYS);

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
    boolean expired;

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
        user.authenticatedAt(authenticatedAt == null ? now : instant(authenticatedAt, now));
        return new StubUser(user.build(), standing());
    }

    private StubUser.Standing standing() {
        if (disabled) {
            return StubUser.Standing.DISABLED;
        }
        return expired ? StubUser.Standing.EXPIRED : StubUser.Standing.GOOD;
    }

    private static Instant instant(JsonNode value, Instant now) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return seconds(value.longValue());
        }
        if (value.isString()) {
            return text(value.stringValue(), now);
        }
        throw badTime();
    }

    private static Instant text(String value, Instant now) {
        Matcher relative = RELATIVE.matcher(value);
        if (!relative.matches()) {
            return iso(value);
        }
        return relative.group(1) == null
                ? now
                : now.minus(Long.parseLong(relative.group(1)), UNITS.get(relative.group(2)));
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
                "authenticatedAt must be seconds since 1970, a time such as \"2026-01-31T12:00:00Z\", \"now\", or"
                        + " \"now-2h\" (units s, m, h, d)");
    }
}

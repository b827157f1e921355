package com.authgear.headers;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * A session and the headers that Authgear wrote for it.
 *
 * @param id its name in the file
 * @param info the session; a JSON null for none
 * @param headers what was written
 */
record PopulateVector(String id, JsonNode info, Map<String, List<String>> headers) {
    static List<PopulateVector> all() {
        return Vectors.read("populate.jsonl").stream().map(PopulateVector::of).toList();
    }

    boolean isValid() {
        return !info.isNull() && info.get("is_valid").booleanValue();
    }

    AuthgearSession session() {
        if (info.isNull()) {
            return AuthgearSession.none();
        }
        return isValid() ? new AuthgearSession.Valid(principal()) : AuthgearSession.invalid();
    }

    String userId() {
        return info.get("user_id").stringValue();
    }

    List<String> roles() {
        return Vectors.strings(info.get("effective_roles")).toList();
    }

    List<String> amr() {
        return Vectors.strings(info.get("session_amr")).toList();
    }

    Optional<Instant> authenticatedAt() {
        JsonNode time = info.get("authenticated_at");
        return time.isNull() ? Optional.empty() : Optional.of(instant(time.stringValue()));
    }

    @Override
    public String toString() {
        return id;
    }

    private AuthgearPrincipal principal() {
        AuthgearPrincipal.Builder user = AuthgearPrincipal.builder(userId())
                .anonymous(info.get("user_anonymous").booleanValue())
                .verified(info.get("user_verified").booleanValue())
                .canReauthenticate(info.get("user_can_reauthenticate").booleanValue())
                .roles(roles())
                .amr(amr());
        authenticatedAt().ifPresent(user::authenticatedAt);
        return user.build();
    }

    private static PopulateVector of(JsonNode vector) {
        Map<String, List<String>> headers = new TreeMap<>();
        vector.get("headers")
                .properties()
                .forEach(line -> headers.put(
                        line.getKey(), Vectors.strings(line.getValue()).toList()));
        return new PopulateVector(vector.get("id").stringValue(), vector.get("info"), headers);
    }

    /** Go writes the year 10000 of another time zone without the plus that ISO 8601 asks for. */
    private static Instant instant(String text) {
        return OffsetDateTime.parse(text.matches("[0-9]{5}-.*") ? "+" + text : text)
                .toInstant();
    }
}

package com.authgear.headers.resolverstub;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an {@code id_token} says. The real one leads to the grant that has the scopes; this one has them itself.
 *
 * @param user the name of a user
 * @param clientId for whom it was made
 * @param scopes those of the grant
 * @param expiry until when it serves for a re-authentication
 */
record IdTokenHint(String user, String clientId, List<String> scopes, Instant expiry) {
    private static final String FULL_ACCESS = "https://authgear.com/scopes/full-access";
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    static String idToken(String user, String clientId, Collection<String> scopes, Instant issuedAt) {
        return Jwt.sign(Map.of(
                "sub", user,
                "aud", clientId,
                "scope", String.join(" ", scopes),
                "iat", issuedAt.getEpochSecond(),
                "exp", issuedAt.plus(LIFETIME).getEpochSecond()));
    }

    /** Null of any other text; an old one is one still. */
    static @Nullable IdTokenHint parse(String token) {
        @Nullable JsonNode claims = Jwt.claims(token);
        return claims == null
                ? null
                : new IdTokenHint(
                        claims.path("sub").asString(""),
                        claims.path("aud").asString(""),
                        List.of(claims.path("scope").asString("").split(" ")),
                        Instant.ofEpochSecond(claims.path("exp").asLong(0)));
    }

    boolean canReauthenticate(String client) {
        return Instant.now().isBefore(expiry) && clientId.equals(client) && scopes.contains(FULL_ACCESS);
    }
}

package com.authgear.headers.resolverstub;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Access and ID tokens, which are JWTs. The real ones are signed with RS256; the key of these is no secret. */
final class Jwt {
    private static final byte[] KEY = "resolver-stub-which-is-no-secret".getBytes(StandardCharsets.US_ASCII);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String HEADER =
            encode("{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}".getBytes(StandardCharsets.UTF_8));

    private Jwt() {}

    static boolean isForm(String token) {
        return token.startsWith("eyJ");
    }

    static String of(String user, String audience, Instant expiry) {
        return sign(Map.of("aud", audience, "exp", expiry.getEpochSecond(), "jti", user));
    }

    static String sign(Map<String, Object> claims) {
        String signed = HEADER + "." + encode(JSON.writeValueAsBytes(claims));
        return signed + "." + signature(signed);
    }

    /** The user of a token that is not expired and made for the audience; null of any other text. */
    static @Nullable String user(String token, String audience) {
        @Nullable JsonNode claims = claims(token);
        if (claims == null) {
            return null;
        }
        boolean counts = claims.path("aud").asString("").equals(audience)
                && claims.path("exp").asLong(0) > Instant.now().getEpochSecond();
        return counts ? claims.path("jti").asString("") : null;
    }

    /** Those of a token that is signed here, however old; null of any other text. */
    static @Nullable JsonNode claims(String token) {
        String signed = token.substring(0, Math.max(0, token.lastIndexOf('.')));
        return token.equals(signed + "." + signature(signed)) ? parse(signed.substring(signed.indexOf('.') + 1)) : null;
    }

    private static JsonNode parse(String payload) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(payload));
        } catch (IllegalArgumentException | JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    private static String signature(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            return encode(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

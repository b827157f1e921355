package com.authgear.headers.attacksuite;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.harness.RawRequest;
import java.time.Instant;
import java.util.List;

/** What the proxy sends for a user. */
public final class Honest {
    public static final String SECRET = "0123456789abcdef0123456789abcdef";
    public static final String PREVIOUS_SECRET = "fedcba9876543210fedcba9876543210";

    /** The last byte of the proxy's address, and of another machine's. */
    public static final int PROXY = 2;

    static final int NEIGHBOUR = 3;
    public static final String PROXY_ADDRESS = "127.0.0." + PROXY;

    static final String SECRET_LINE = "x-proxy-secret: " + SECRET;
    static final String COOKIE_LINE = "Cookie: session=abc";
    static final String BEARER_LINE = "Authorization: Bearer token-of-some-user";
    static final String USER_ID = "3fd0f9c4-2f4e-4a57-9d5d-3a2c3a0b7a11";
    static final Instant AUTHENTICATED_AT = Instant.ofEpochSecond(1_755_770_000);
    static final AuthgearPrincipal USER = user().build();

    /** Where a user is required, and where one is optional. */
    static final String PAGE = "/who";

    static final String PUBLIC_PAGE = "/public/who";

    private Honest() {}

    /** The lines of the user, for a row to change. */
    static AuthgearPrincipal.Builder user() {
        return timeless().authenticatedAt(AUTHENTICATED_AT);
    }

    /** A user without a time of authentication. */
    static AuthgearPrincipal.Builder timeless() {
        return called(USER_ID);
    }

    static AuthgearPrincipal.Builder called(String userId) {
        return AuthgearPrincipal.builder(userId)
                .verified(true)
                .canReauthenticate(true)
                .amr(List.of("pwd", "otp"));
    }

    /** Credential, secret and identity. */
    public static RawRequest request() {
        return identity().after(COOKIE_LINE, SECRET_LINE);
    }

    /** The secret only, as for a request without a session. */
    public static RawRequest nobody() {
        return RawRequest.get(PAGE, SECRET_LINE);
    }

    /** The identity only, without the secret. */
    static RawRequest identity() {
        return RawRequest.get(
                PAGE,
                "x-authgear-session-valid: true",
                "x-authgear-user-id: " + USER_ID,
                "x-authgear-user-anonymous: false",
                "x-authgear-user-verified: true",
                "x-authgear-user-can-reauthenticate: true",
                "x-authgear-session-amr: pwd otp",
                "x-authgear-session-authenticated-at: " + AUTHENTICATED_AT.getEpochSecond());
    }
}

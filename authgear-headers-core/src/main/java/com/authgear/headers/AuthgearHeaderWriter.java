package com.authgear.headers;

import java.util.function.BiConsumer;

/**
 * Writes a session as the resolver does: the inverse of {@link AuthgearHeaderParser}, for stubs and tests.
 *
 * <p>Names are spelled as Authgear spells them; {@code amr} is joined by blanks and written even when empty; roles are
 * joined by commas and left out when there are none (source: {@code PopulateHeaders} in the server's
 * {@code session_info.go}). An {@code acr}, which the server no longer sends, is written where the principal has one.
 */
public final class AuthgearHeaderWriter {
    private AuthgearHeaderWriter() {}

    /**
     * Writes the headers of a session, none for {@link AuthgearSession.None}.
     *
     * @param session what to write
     * @param headers takes each name and its value
     */
    public static void write(AuthgearSession session, BiConsumer<String, String> headers) {
        if (session instanceof AuthgearSession.Valid valid) {
            writeValid(valid.principal(), headers);
        } else if (session instanceof AuthgearSession.Invalid) {
            headers.accept(AuthgearHeader.SESSION_VALID.wireName(), "false");
        }
    }

    private static void writeValid(AuthgearPrincipal user, BiConsumer<String, String> headers) {
        headers.accept(AuthgearHeader.SESSION_VALID.wireName(), "true");
        headers.accept(AuthgearHeader.USER_ID.wireName(), user.userId());
        headers.accept(AuthgearHeader.USER_ANONYMOUS.wireName(), Boolean.toString(user.isAnonymous()));
        headers.accept(AuthgearHeader.USER_VERIFIED.wireName(), Boolean.toString(user.isVerified()));
        headers.accept(AuthgearHeader.USER_CAN_REAUTHENTICATE.wireName(), Boolean.toString(user.canReauthenticate()));
        headers.accept(AuthgearHeader.SESSION_AMR.wireName(), String.join(" ", user.amr()));
        user.acr().ifPresent(acr -> headers.accept(AuthgearHeader.SESSION_ACR.wireName(), acr));
        user.authenticatedAt()
                .ifPresent(time -> headers.accept(
                        AuthgearHeader.SESSION_AUTHENTICATED_AT.wireName(), Long.toString(time.getEpochSecond())));
        if (!user.roles().isEmpty()) {
            headers.accept(AuthgearHeader.USER_ROLES.wireName(), String.join(",", user.roles()));
        }
    }
}

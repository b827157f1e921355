package com.authgear.headers;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of a reader, Authgear's or ours. It allows more than our types, since Authgear accepts more. */
record Reading(
        String outcome,
        String userId,
        List<Boolean> flags,
        @Nullable Long authenticatedAt,
        List<String> amr,
        @Nullable String acr) {
    static final Reading NONE = outcome("none");
    static final Reading INVALID = outcome("invalid");

    static Reading refused(String code, String header) {
        return outcome("refused " + code + " " + header);
    }

    static Reading refused(String code, AuthgearHeader header) {
        return refused(code, header.wireName());
    }

    static Reading valid(String userId, List<Boolean> flags, @Nullable Long authenticatedAt, List<String> amr) {
        return new Reading("valid", userId, flags, authenticatedAt, amr, null);
    }

    static Reading of(AuthgearHeaderParser parser, HeaderSource headers) {
        try {
            return of(parser.parse(headers));
        } catch (MalformedHeadersException e) {
            return refused(e.code(), e.header());
        }
    }

    boolean isRefused() {
        return outcome.startsWith("refused");
    }

    boolean isValid() {
        return outcome.equals("valid");
    }

    Reading withAmr(List<String> methods) {
        return new Reading(outcome, userId, flags, authenticatedAt, methods, acr);
    }

    Reading withAcr(@Nullable String value) {
        return new Reading(outcome, userId, flags, authenticatedAt, amr, value);
    }

    private static Reading of(AuthgearSession session) {
        if (session.equals(AuthgearSession.none())) {
            return NONE;
        }
        return session.authenticatedPrincipal().map(Reading::of).orElse(INVALID);
    }

    private static Reading of(AuthgearPrincipal user) {
        return valid(
                        user.userId(),
                        List.of(user.isAnonymous(), user.isVerified(), user.canReauthenticate()),
                        user.authenticatedAt().map(Instant::getEpochSecond).orElse(null),
                        user.amr())
                .withAcr(user.acr().orElse(null));
    }

    private static Reading outcome(String outcome) {
        return new Reading(outcome, "", List.of(), null, List.of(), null);
    }
}

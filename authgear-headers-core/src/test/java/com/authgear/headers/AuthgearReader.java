package com.authgear.headers;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Authgear's {@code NewSessionInfoFromHeaders} in Java. The vectors prove that it is the same, so that deviations can
 * be defined by what Authgear would have read.
 */
final class AuthgearReader {
    private static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");
    private static final Set<String> FALSE = Set.of("0", "f", "F", "FALSE", "false", "False");

    /** Go's {@code time.Time{}}. */
    private static final long ZERO_TIME = -62_135_596_800L;

    private final HeaderSource headers;

    AuthgearReader(HeaderSource headers) {
        this.headers = headers;
    }

    Reading read() {
        if (first(AuthgearHeader.SESSION_VALID).isEmpty()) {
            return Reading.NONE;
        }
        if (!isBool(AuthgearHeader.SESSION_VALID)) {
            return Reading.refused("bad_boolean", AuthgearHeader.SESSION_VALID);
        }
        return isTrue(AuthgearHeader.SESSION_VALID) ? readValid() : Reading.INVALID;
    }

    /** Authgear takes the first line of a name. */
    String first(AuthgearHeader header) {
        var values = headers.values(header.wireName());
        return values.hasNext() ? values.next() : "";
    }

    boolean isBool(AuthgearHeader header) {
        return isTrue(header) || isFalse(header) || first(header).isEmpty();
    }

    boolean isTrue(AuthgearHeader header) {
        return TRUE.contains(first(header));
    }

    boolean isFalse(AuthgearHeader header) {
        return FALSE.contains(first(header));
    }

    /** Empty if there is a value that is no 64-bit integer. */
    Optional<BigInteger> time() {
        String value = first(AuthgearHeader.SESSION_AUTHENTICATED_AT);
        return value.matches("[+-]?[0-9]+")
                ? Optional.of(new BigInteger(value)).filter(seconds -> seconds.bitLength() < Long.SIZE)
                : Optional.empty();
    }

    boolean isTime() {
        return first(AuthgearHeader.SESSION_AUTHENTICATED_AT).isEmpty() || time().isPresent();
    }

    private Reading readValid() {
        AuthgearHeader bad = firstBad();
        if (bad != null) {
            return Reading.refused(
                    bad == AuthgearHeader.SESSION_AUTHENTICATED_AT ? "bad_authenticated_at" : "bad_boolean", bad);
        }
        return Reading.valid(first(AuthgearHeader.USER_ID), flags(), seconds(), amr());
    }

    private @Nullable AuthgearHeader firstBad() {
        if (!isBool(AuthgearHeader.USER_ANONYMOUS)) {
            return AuthgearHeader.USER_ANONYMOUS;
        }
        if (!isBool(AuthgearHeader.USER_VERIFIED)) {
            return AuthgearHeader.USER_VERIFIED;
        }
        if (!isTime()) {
            return AuthgearHeader.SESSION_AUTHENTICATED_AT;
        }
        return isBool(AuthgearHeader.USER_CAN_REAUTHENTICATE) ? null : AuthgearHeader.USER_CAN_REAUTHENTICATE;
    }

    private List<Boolean> flags() {
        return List.of(
                isTrue(AuthgearHeader.USER_ANONYMOUS),
                isTrue(AuthgearHeader.USER_VERIFIED),
                isTrue(AuthgearHeader.USER_CAN_REAUTHENTICATE));
    }

    private @Nullable Long seconds() {
        return time().map(BigInteger::longValueExact)
                .filter(seconds -> seconds != ZERO_TIME)
                .orElse(null);
    }

    private List<String> amr() {
        String value = first(AuthgearHeader.SESSION_AMR);
        return value.isEmpty() ? List.of() : List.of(value.split(" ", -1));
    }
}

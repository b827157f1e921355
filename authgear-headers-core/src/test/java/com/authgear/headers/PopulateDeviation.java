package com.authgear.headers;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** Sessions that Authgear's writer writes and that ours cannot, because its builder refuses them. */
@SuppressWarnings("ImmutableEnumChecker") // The lambdas capture nothing.
enum PopulateDeviation {
    USER_ID_GRAMMAR("userId", vector -> !vector.userId().matches("[A-Za-z0-9._~:@-]{1,128}")),
    ROLE_GRAMMAR(
            "roles",
            vector -> !vector.roles().stream().allMatch(role -> role.matches("[A-Za-z_][A-Za-z0-9:_.]{0,63}"))),
    AMR_GRAMMAR("amr", vector -> !vector.amr().stream().allMatch(method -> method.matches("[A-Za-z0-9_.:-]{1,64}"))),
    TIME_RANGE(
            "authenticatedAt",
            vector -> vector.authenticatedAt()
                    .filter(time -> time.isBefore(Instant.EPOCH))
                    .isPresent());

    private final String argument;
    private final Predicate<PopulateVector> applies;

    PopulateDeviation(String argument, Predicate<PopulateVector> applies) {
        this.argument = argument;
        this.applies = applies;
    }

    /** What the builder's refusal names. */
    String argument() {
        return argument;
    }

    static Optional<PopulateDeviation> of(PopulateVector vector) {
        return Arrays.stream(values())
                .filter(deviation -> vector.isValid() && deviation.applies.test(vector))
                .findFirst();
    }
}

package com.authgear.headers.attacksuite;

import java.util.List;
import java.util.stream.Stream;

/** All rows. {@code docs/attacks.md} describes the attacks, and those that no backend can detect. */
public final class AttackTable {
    private AttackTable() {}

    public static Stream<Attack> attacks() {
        return Stream.of(
                        SurvivingHeaders.ROWS,
                        RepeatedHeaders.ROWS,
                        LookAlikes.ROWS,
                        RemovedHeaders.ROWS,
                        WaysAround.ROWS,
                        SecretGuesses.ROWS,
                        FailedResolver.ROWS,
                        WrittenValues.ROWS,
                        NumbersAndLists.rows().toList(),
                        DisguisedPaths.ROWS)
                .flatMap(List::stream);
    }
}

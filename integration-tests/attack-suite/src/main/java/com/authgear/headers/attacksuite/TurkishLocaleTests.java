package com.authgear.headers.attacksuite;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows about names, in a locale where the lower case of I is not i. */
@Tag("G10")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TurkishLocaleTests {
    private static final Set<String> ABOUT_NAMES = Set.of("A10", "A11", "B01", "C08");

    private final Locale before = Locale.getDefault();
    private Backend backend;

    @BeforeAll
    void start() throws Exception {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        backend = AttackTests.start(Deployment.SECRET);
    }

    @AfterAll
    void stop() {
        backend.close();
        Locale.setDefault(before);
    }

    static Stream<Attack> attacks() {
        return AttackTable.attacks()
                .filter(attack -> ABOUT_NAMES.contains(attack.id()))
                .filter(attack -> attack.deployment() == Deployment.SECRET);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void attacks(Attack attack) throws Exception {
        AttackCheck.run(attack, backend);
    }
}

package com.authgear.headers.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.StepUpRule;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StepUpPathsTests {
    private static final StepUpRule RECENT = StepUpRule.recentLogin("5m");
    private static final StepUpRule MFA = StepUpRule.amr("mfa");
    private static final StepUpPaths PATHS =
            new StepUpPaths(Map.of("/a/*", RECENT, "*.pay", MFA, "/Kiosk", RECENT, "/pay now", MFA));

    @ParameterizedTest
    @CsvSource({
        "/a, 300s",
        "/a/x, 300s",
        "/a/x.pay, both",
        "/b/x.pay, mfa",
        "/b/x.pay/, mfa",
        "/b.pay, mfa",
        "/b/x, none",
        "/, none",
        "/ab, none"
    })
    void pathMustSatisfyWhatCoversIt(String path, String rule) {
        assertThat(rule(path))
                .isEqualTo(
                        switch (rule) {
                            case "300s" -> RECENT.toString();
                            case "mfa" -> MFA.toString();
                            case "both" -> RECENT.and(MFA).toString();
                            default -> "none";
                        });
    }

    /** By {@link String#equalsIgnoreCase}, and by upper or lower case of both. */
    @ParameterizedTest
    @ValueSource(
            strings = {"/A", "/A/x", "/kiosk", "/KIOSK", "/\u212aiosk", "/k\u0131osk", "/k\u0130osk", "/kio\u017fk"})
    void caseDoesNotMatter(String path) {
        assertThat(rule(path)).isEqualTo(RECENT.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pay now", "/pay+now", "/Pay+Now/", "/x.PAY", "/x.pay?y", "/x.pay/#/y"})
    void formOfABlankAndWhatLooksLikeAQueryDoNotMatter(String path) {
        assertThat(rule(path)).isEqualTo(MFA.toString());
    }

    @Test
    void ruleHoldsThatCoversAnyReading() {
        assertThat(PATHS.rule(new Target(true, Set.of("/b", "/a")))).contains(RECENT);
        assertThat(PATHS.rule(new Target(false, Set.of("/b", "/x.pay", "/a")))).contains(RECENT.and(MFA));
        assertThat(PATHS.rule(new Target(false, Set.of("/b")))).isEmpty();
    }

    @Test
    void everyRuleIsAllOfThem() {
        assertThat(PATHS.everyRule()).isEqualTo(RECENT.and(MFA));
    }

    private static String rule(String path) {
        return PATHS.rule(new Target(true, Set.of(path)))
                .map(StepUpRule::toString)
                .orElse("none");
    }
}

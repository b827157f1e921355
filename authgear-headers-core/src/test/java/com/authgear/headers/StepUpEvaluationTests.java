package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The result of each rule at its borders. */
final class StepUpEvaluationTests {
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final String RECENT = "5m";

    /** Age in seconds, a hyphen where it is unknown; whether the user can log in again; the methods; the outcome. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            recent     | 0      | true  | pwd     | satisfied
            recent     | 300    | true  | pwd     | satisfied
            recent     | 300    | false |         | satisfied
            recent     | 301    | true  | pwd     | challenge 300
            recent     | 301    | true  |         | challenge 300
            recent     | 86400  | true  | mfa     | challenge 300
            recent     | 301    | false | pwd     | reauthentication_unavailable
            recent     | -      | true  | pwd     | authentication_time_unknown
            recent     | -      | false | pwd     | authentication_time_unknown
            recent     | -86400 | true  | pwd     | satisfied
            recent     | -86401 | true  | pwd     | authentication_time_unknown
            recent     | -86401 | false | pwd     | authentication_time_unknown
            mfa        | 0      | true  | mfa pwd | satisfied
            mfa        | 999999 | false | pwd mfa | satisfied
            mfa        | -      | true  | mfa     | satisfied
            mfa        | -86401 | true  | mfa     | satisfied
            mfa        | 61     | true  | pwd     | challenge 0 mfa
            mfa        | 61     | true  |         | challenge 0 mfa
            mfa        | 61     | true  | x_device_token pwd | challenge 0 mfa
            mfa        | 61     | true  | MFA     | challenge 0 mfa
            mfa        | 61     | false | pwd     | reauthentication_unavailable
            mfa        | 60     | true  | pwd     | factor_unavailable
            mfa        | 60     | true  |         | factor_unavailable
            mfa        | 0      | true  |         | factor_unavailable
            mfa        | -86400 | true  |         | factor_unavailable
            mfa        | 0      | false |         | reauthentication_unavailable
            mfa        | -86401 | true  |         | authentication_time_unknown
            mfa        | -      | true  |         | authentication_time_unknown
            mfa        | -      | false | pwd     | authentication_time_unknown
            mfa+otp    | 61     | true  | mfa     | challenge 0 mfa+otp
            mfa+otp    | 61     | true  | otp     | challenge 0 mfa+otp
            mfa+otp    | 61     | true  | otp mfa | satisfied
            both       | 300    | true  | mfa     | satisfied
            both       | 301    | true  | mfa     | challenge 0 mfa
            both       | 301    | true  | pwd     | challenge 0 mfa
            both       | 61     | true  | pwd     | challenge 0 mfa
            both       | 60     | true  | pwd     | factor_unavailable
            both       | 301    | false | mfa     | reauthentication_unavailable
            both       | -      | true  | mfa     | authentication_time_unknown
            """)
    void resultFollowsTheTable(
            String rule, String age, boolean canReauthenticate, @Nullable String amr, String expected) {
        assertThat(text(rule(rule).evaluate(user(age, canReauthenticate, amr), clock(NOW))))
                .isEqualTo(expected);
    }

    /** The time of the login has whole seconds, the clock has fractions. */
    @Test
    void partOfASecondCounts() {
        AuthgearPrincipal limit = user("300", true, "pwd");
        assertThat(text(rule("recent").evaluate(limit, clock(NOW.plusNanos(1)))))
                .isEqualTo("challenge 300");
        assertThat(text(rule("mfa").evaluate(user("60", true, ""), clock(NOW.plusNanos(1)))))
                .isEqualTo("challenge 0 mfa");
        assertThat(text(rule("recent").evaluate(user("-86401", true, ""), clock(NOW.plusSeconds(1)))))
                .isEqualTo("satisfied");
        assertThat(text(rule("recent")
                        .evaluate(
                                user("-86401", true, ""),
                                clock(NOW.plusSeconds(1).minusNanos(1)))))
                .isEqualTo("authentication_time_unknown");
    }

    @Test
    void ageOfLessThanAMinuteDoesNotTurnAMissingFactorIntoAChallenge() {
        StepUpRule rule = StepUpRule.recentLogin("30s").and(StepUpRule.amr("mfa"));
        assertThat(text(rule.evaluate(user("45", true, "pwd"), clock(NOW)))).isEqualTo("factor_unavailable");
        assertThat(text(rule.evaluate(user("45", true, "mfa"), clock(NOW)))).isEqualTo("challenge 0 mfa");
    }

    /** An anonymous user has no account and has not logged in, whatever the other headers say. The others may pass. */
    @Test
    void anonymousUserSatisfiesNoRule() {
        for (String rule : List.of("recent", "mfa", "both")) {
            for (String age : List.of("0", "301", "-", "-86401")) {
                for (boolean canReauthenticate : new boolean[] {true, false}) {
                    AuthgearPrincipal.Builder user = builder(age, canReauthenticate, "mfa otp pwd");
                    assertThat(text(rule(rule).evaluate(user.anonymous(true).build(), clock(NOW))))
                            .isEqualTo("anonymous_user");
                    assertThat(text(rule(rule).evaluate(user.anonymous(false).build(), clock(NOW))))
                            .isNotEqualTo("anonymous_user");
                }
            }
            AuthgearPrincipal fresh = builder("0", true, "mfa otp pwd").build();
            assertThat(text(rule(rule).evaluate(fresh, clock(NOW)))).isEqualTo("satisfied");
        }
    }

    @ParameterizedTest
    @CsvSource({"1s, 1", "60s, 60", "5m, 300", "1d, 86400"})
    void windowAgainstLoopsIsAnOption(String justNow, long seconds) {
        StepUpRule rule = StepUpRule.amr("mfa").justNow(justNow);
        for (StepUpRule each : List.of(rule, rule.and(StepUpRule.recentLogin("365d")))) {
            assertThat(text(each.evaluate(user("" + seconds, true, "pwd"), clock(NOW))))
                    .isEqualTo("factor_unavailable");
            assertThat(text(each.evaluate(user("" + (seconds + 1), true, "pwd"), clock(NOW))))
                    .isEqualTo("challenge 0 mfa");
            assertThat(text(each.evaluate(user("" + seconds, true, "mfa"), clock(NOW))))
                    .isEqualTo("satisfied");
        }
    }

    /** A client that follows each challenge needs one login at most. */
    @ParameterizedTest
    @CsvSource({"mfa, ''", "both, ''", "recent, ''", "mfa, pwd", "both, mfa", "mfa, x_device_token"})
    void loginThatCannotHelpIsNotAskedForAgain(String rule, String amrOfEveryLogin) {
        assertThat(text(rule(rule).evaluate(user("7200", true, amrOfEveryLogin), clock(NOW))))
                .startsWith("challenge");
        assertThat(text(rule(rule).evaluate(user("0", true, amrOfEveryLogin), clock(NOW.plusSeconds(59)))))
                .doesNotContain("challenge");
    }

    @Test
    void challengeSaysWhatRfc9470Says() {
        StepUpResult.Challenge challenge = new StepUpResult.Challenge(Duration.ofMinutes(5), Set.of("otp", "mfa"));
        assertThat(challenge.wwwAuthenticate())
                .isEqualTo("Bearer error=\"insufficient_user_authentication\", max_age=300");
        assertThat(challenge.code()).isEqualTo("step_up_required");
        assertThat(challenge.requiredAmr()).containsExactly("mfa", "otp");
    }

    @Test
    void challengeHoldsNothingThatCouldNotStandInAnAnswer() {
        Set<String> none = Set.of();
        Set<String> quoted = Set.of("a\"b");
        assertThatIllegalArgumentException().isThrownBy(() -> new StepUpResult.Challenge(Duration.ofSeconds(-1), none));
        assertThatIllegalArgumentException().isThrownBy(() -> new StepUpResult.Challenge(Duration.ZERO, quoted));
    }

    @ParameterizedTest
    @EnumSource
    void reasonNamesItsHeaderAndARemedyOfOneLine(StepUpResult.Reason reason) {
        assertThat(reason.header()).startsWith("X-Authgear-");
        assertThat(reason.remedy()).contains(reason.header()).doesNotContain("%", "\n");
        assertThat(reason.code()).isEqualTo(reason.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void unknownTimeIsTheHeadersFault() {
        assertThat(StepUpResult.Reason.AUTHENTICATION_TIME_UNKNOWN.header())
                .isEqualTo("X-Authgear-Session-Authenticated-At");
    }

    private static StepUpRule rule(String name) {
        return switch (name) {
            case "recent" -> StepUpRule.recentLogin(RECENT);
            case "both" -> StepUpRule.recentLogin(RECENT).and(StepUpRule.amr("mfa"));
            default -> StepUpRule.amr(name.split("\\+", -1));
        };
    }

    private static AuthgearPrincipal user(String age, boolean canReauthenticate, @Nullable String amr) {
        return builder(age, canReauthenticate, amr).build();
    }

    private static AuthgearPrincipal.Builder builder(String age, boolean canReauthenticate, @Nullable String amr) {
        AuthgearPrincipal.Builder user = AuthgearPrincipal.builder("alice").canReauthenticate(canReauthenticate);
        if (amr != null && !amr.isEmpty()) {
            user.amr(List.of(amr.split(" ", -1)));
        }
        if (!age.equals("-")) {
            user.authenticatedAt(NOW.minusSeconds(Long.parseLong(age)));
        }
        return user;
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static String text(StepUpResult result) {
        if (result instanceof StepUpResult.Challenge challenge) {
            String methods = String.join("+", challenge.requiredAmr());
            return Stream.of("challenge", "" + challenge.maxAge().toSeconds(), methods)
                    .filter(word -> !word.isEmpty())
                    .reduce((one, other) -> one + " " + other)
                    .orElseThrow();
        }
        return result instanceof StepUpResult.Unsatisfied unsatisfied ? unsatisfied.code() : "satisfied";
    }
}

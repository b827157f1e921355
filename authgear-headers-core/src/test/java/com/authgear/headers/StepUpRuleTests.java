package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rule accepts. */
final class StepUpRuleTests {
    @ParameterizedTest
    @CsvSource({
        "1s, 1",
        "90s, 90",
        "5m, 300",
        "12h, 43200",
        "1d, 86400",
        "365d, 31536000",
        "PT5M, 300",
        "pt1h30m, 5400",
        "P1D, 86400",
        "999999s, 999999"
    })
    void ageIsReadWithItsUnit(String text, long seconds) {
        assertThat(StepUpRule.recentLogin(text).maxAge()).contains(Duration.ofSeconds(seconds));
        assertThat(StepUpRule.recentLogin(text)).isEqualTo(StepUpRule.recentLogin(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "300", "5", "5 m", "5M", "m", "-5m", "+5m", "5min", "1w", "5m ", "1.5h", "PT", "soon"})
    void malformedDurationIsRefused(String text) {
        assertThatThrownBy(() -> StepUpRule.recentLogin(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maxAge must be a duration such as");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "PT-1S", "366d", "PT0.5S", "PT1.5S", "PT0S", "P365DT1S", "999999999d"})
    void durationOutOfBoundsIsRefused(String text) {
        assertThatThrownBy(() -> StepUpRule.recentLogin(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxAge must be whole seconds, from 1s to 365d");
    }

    @Test
    void methodsAreASet() {
        StepUpRule rule = StepUpRule.amr("pwd", "mfa", "otp");
        assertThat(rule.requiredAmr()).containsExactly("mfa", "otp", "pwd");
        assertThat(rule)
                .isEqualTo(StepUpRule.amr("otp", "pwd", "mfa"))
                .hasSameHashCodeAs(StepUpRule.amr("mfa", "otp", "pwd"));
        assertThatThrownBy(() -> rule.requiredAmr().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MFA", "mfaa", "mfa otp", "mfa,otp", "x_totp"})
    void methodThatAuthgearDoesNotSendIsRefusedByName(String method) {
        assertThatThrownBy(() -> StepUpRule.amr("pwd", method))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + method + "\" is not in AuthenticationMethods");
    }

    @Test
    void everyMethodOfTheVocabularyIsKnownAndOnlyTheDeviceTokenRefused() throws ReflectiveOperationException {
        int seen = 0;
        for (Field field : AuthenticationMethods.class.getFields()) {
            assertThat(Modifier.isStatic(field.getModifiers())).isTrue();
            String method = (String) field.get(null);
            assertThat(AuthenticationMethods.LISTED).contains(method);
            if (!method.equals("x_device_token")) {
                assertThat(StepUpRule.amr(method).requiredAmr()).containsExactly(method);
            }
            seen++;
        }
        assertThat(AuthenticationMethods.LISTED).hasSize(seen);
    }

    @Test
    void rememberedDeviceProvesNoFactor() {
        assertThatThrownBy(() -> StepUpRule.amr("mfa", "x_device_token"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"x_device_token\" proves no factor");
    }

    @Test
    void noMethodAtAllIsRefused() {
        assertThatThrownBy(StepUpRule::amr).hasMessage("amr names no method");
    }

    @Test
    void bothIsTheShorterAgeAndTheMethodsOfEither() {
        StepUpRule five = StepUpRule.recentLogin("5m");
        StepUpRule hour = StepUpRule.recentLogin("1h");
        StepUpRule mfa = StepUpRule.amr("mfa");
        assertThat(five.and(hour)).isEqualTo(five).isEqualTo(hour.and(five)).isEqualTo(five.and(five));
        assertThat(five).isNotEqualTo(hour).isNotEqualTo(mfa).isNotEqualTo("5m").doesNotHaveSameHashCodeAs(hour);
        assertThat(five.and(mfa)).isEqualTo(mfa.and(five)).isNotEqualTo(five).isNotEqualTo(mfa);
        assertThat(five.and(mfa).maxAge()).contains(Duration.ofMinutes(5));
        assertThat(mfa.and(five).requiredAmr()).containsExactly("mfa");
        assertThat(mfa.and(StepUpRule.amr("pwd")).requiredAmr()).containsExactly("mfa", "pwd");
        assertThat(mfa.and(StepUpRule.amr("pwd")).maxAge()).isEmpty();
        assertThat(mfa.requiredAmr()).containsExactly("mfa");
    }

    @Test
    void windowIsComparedByValueAndTheLongerCounts() {
        StepUpRule mfa = StepUpRule.amr("mfa");
        StepUpRule brief = mfa.justNow("10s");
        StepUpRule lengthy = mfa.justNow(Duration.ofMinutes(5));
        assertThat(mfa).isEqualTo(mfa.justNow("60s")).isNotEqualTo(brief).doesNotHaveSameHashCodeAs(brief);
        assertThat(brief.justNow("5m")).isEqualTo(lengthy).hasSameHashCodeAs(lengthy);
        assertThat(brief.and(mfa)).isEqualTo(mfa).isEqualTo(mfa.and(brief));
        assertThat(brief.and(lengthy)).isEqualTo(lengthy).isEqualTo(lengthy.and(brief));
        StepUpRule five = StepUpRule.recentLogin("5m");
        assertThat(five.and(brief))
                .isEqualTo(brief.and(five))
                .isEqualTo(mfa.and(five).justNow("10s"));
        assertThat(brief.maxAge()).isEmpty();
        assertThat(brief.requiredAmr()).containsExactly("mfa");
    }

    @Test
    void windowThatHasNoEffectOrIsOutOfBoundsIsRefused() {
        StepUpRule five = StepUpRule.recentLogin("5m");
        assertThatThrownBy(() -> five.justNow("2m"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("justNow has no effect on a rule that requires no method");
        StepUpRule mfa = StepUpRule.amr("mfa");
        assertThatThrownBy(() -> mfa.justNow("0s"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("justNow must be whole seconds, from 1s to 365d");
        assertThatThrownBy(() -> mfa.justNow("60"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("justNow must be a duration such as");
    }

    @Test
    void textSaysWhatIsAsked() {
        assertThat(StepUpRule.recentLogin("5m")).hasToString("StepUpRule[maxAge=300s]");
        assertThat(StepUpRule.amr("pwd", "mfa")).hasToString("StepUpRule[amr=mfa+pwd]");
        assertThat(StepUpRule.amr("mfa").and(StepUpRule.recentLogin("5m")))
                .hasToString("StepUpRule[maxAge=300s, amr=mfa]");
        assertThat(StepUpRule.amr("mfa").justNow("2m")).hasToString("StepUpRule[amr=mfa, justNow=120s]");
    }
}

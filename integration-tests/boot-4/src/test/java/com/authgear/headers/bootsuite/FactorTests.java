package com.authgear.headers.bootsuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.AuthgearPrincipal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** On Spring Security 7 a login and its methods are factors, as old as the login. */
final class FactorTests {
    private static final Setup DEFAULTS = Setup.secret().with(FactorRules.Factors.class);
    private static final Setup DURATIONS = Setup.secret().with(FactorRules.Durations.class);
    private static final Setup TWO_FACTORS = Setup.secret().with(FactorRules.TwoFactors.class);
    private static final Instant LOGIN = Instant.ofEpochSecond(1_700_000_000);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "pwd x_primary_password, \"[\"\"FACTOR_LOGIN@1700000000\"\",\"\"FACTOR_PASSWORD@1700000000\"\"]\"",
                "mfa otp pwd, \"[\"\"FACTOR_LOGIN@1700000000\"\",\"\"FACTOR_OTT@1700000000\"\",\"\"FACTOR_PASSWORD@1700000000\"\"]\"",
                "x_passkey x_primary_passkey, \"[\"\"FACTOR_LOGIN@1700000000\"\",\"\"FACTOR_WEBAUTHN@1700000000\"\"]\"",
                "x_device_token, \"[\"\"FACTOR_LOGIN@1700000000\"\"]\"",
                "pwd pwd, \"[\"\"FACTOR_LOGIN@1700000000\"\",\"\"FACTOR_PASSWORD@1700000000\"\"]\"",
                "\"\", \"[\"\"FACTOR_LOGIN@1700000000\"\"]\""
            })
    void methodsAreFactorsIssuedWhenTheUserAuthenticated(String amr, String factors) throws IOException {
        assertThat(DEFAULTS.on(Container.TOMCAT).body(Requests.as(user(LOGIN, amr), "/factors")))
                .isEqualTo(factors);
    }

    @Test
    void factorOfAnUnknownTimeHasNone() throws IOException {
        assertThat(DEFAULTS.on(Container.JETTY).body(Requests.as(user(null, "pwd"), "/factors")))
                .isEqualTo("[\"FACTOR_PASSWORD\"]");
    }

    @Test
    void propertiesAddAndRemoveFactors() throws IOException {
        Setup changed =
                DEFAULTS.with("authgear.headers.factors.x_secondary_totp=FACTOR_TOTP", "authgear.headers.factors.pwd=");
        try (Application application = changed.start(Container.TOMCAT)) {
            assertThat(application.body(Requests.as(user(LOGIN, "otp pwd x_secondary_totp"), "/factors")))
                    .isEqualTo("[\"FACTOR_LOGIN@1700000000\",\"FACTOR_OTT@1700000000\",\"FACTOR_TOTP@1700000000\"]");
        }
    }

    @Test
    void ownFactorsReplaceTheDefaultsAndEachIsThereOnce() throws IOException {
        try (Application application = DEFAULTS.with(FactorRules.OwnTable.class).start(Container.TOMCAT)) {
            assertThat(application.body(
                            Requests.as(user(LOGIN, "hwk otp pwd x_device_token x_secondary_password"), "/factors")))
                    .isEqualTo("[\"FACTOR_DEVICE@1700000000\",\"FACTOR_KNOWLEDGE@1700000000\",\"FACTOR_LOGIN@1700000000\"]");
        }
    }

    @Test
    void ownMapperHasNoFactorsUnlessItAddsThem() throws IOException {
        try (Application application = DEFAULTS.with(FactorRules.OwnMapper.class).start(Container.TOMCAT)) {
            assertThat(application.body(Requests.as(user(LOGIN, "otp"), "/factors")))
                    .isEqualTo("[\"FACTOR_PASSWORD\"]");
        }
        Setup added = DEFAULTS.with(FactorRules.OwnMapperWithFactors.class);
        try (Application application = added.start(Container.TOMCAT)) {
            assertThat(application.body(Requests.as(user(LOGIN, "otp pwd"), "/factors")))
                    .isEqualTo("[\"FACTOR_LOGIN@1700000000\",\"FACTOR_OTT@1700000000\",\"FACTOR_PASSWORD@1700000000\"]");
            assertThat(application.body(Requests.as(user(LOGIN, "otp pwd"), "/authorities")))
                    .isEqualTo("FACTOR_LOGIN FACTOR_OTT FACTOR_PASSWORD OWN");
        }
    }

    @ParameterizedTest
    @EnumSource
    void durationIsThatSinceTheLogin(Container container) throws IOException {
        Application application = DURATIONS.on(container);
        assertThat(application.body(Requests.as(user(ago(1), "pwd"), "/a/me"))).isEqualTo("alice");
        assertThat(application.status(Requests.as(user(ago(6), "pwd"), "/a/me")))
                .isEqualTo(403);
        assertThat(application.status(Requests.as(user(ago(1), "otp"), "/a/me")))
                .isEqualTo(403);
    }

    /** With a user who can log in again: once, and in full, since a login replaces the methods. */
    @ParameterizedTest
    @EnumSource
    void missingFactorOfAMethodIsAskedForOnce(Container container) throws IOException {
        Application application = DURATIONS.on(container);
        assertThat(application
                        .send(Requests.as(StepUpUsers.aged(310, "pwd"), "/a/me"))
                        .headers("WWW-Authenticate"))
                .containsExactly(StepUpTests.CHALLENGE + 0);
        assertThat(application.send(Requests.as(StepUpUsers.aged(61), "/b/me")).headers("WWW-Authenticate"))
                .containsExactly(StepUpTests.CHALLENGE + 0);
        StepUpTests.assertForbidden(application, StepUpUsers.aged(5), "/b/me", "factor_unavailable");
        StepUpTests.assertForbidden(application, StepUpUsers.unableAged(61), "/b/me", "reauthentication_unavailable");
        AuthgearPrincipal guest = StepUpUsers.of(5, "pwd").anonymous(true).build();
        StepUpTests.assertForbidden(application, guest, "/b/me", "anonymous_user");
        assertThat(application.body(Requests.as(StepUpUsers.aged(5, "pwd"), "/a/me")))
                .isEqualTo("alice");
        assertThat(application.body(Requests.as(StepUpUsers.aged(310, "pwd"), "/b/me")))
                .isEqualTo("alice");
    }

    /** A login of an unknown time is never recent; a rule without a duration asks for the factor alone. */
    @ParameterizedTest
    @EnumSource
    void unknownTimeSatisfiesNoDuration(Container container) throws IOException {
        Application application = DURATIONS.on(container);
        assertThat(application.status(Requests.as(user(null, "pwd"), "/a/me"))).isEqualTo(403);
        assertThat(application.body(Requests.as(user(null, "pwd"), "/b/me"))).isEqualTo("alice");
        assertThat(application.status(Requests.as(user(null, "otp"), "/b/me"))).isEqualTo(403);
    }

    /** Beyond the clock skew the time counts as unknown: no login is recent for ever. */
    @Test
    void futureIsBoundedByTheClockSkew() throws IOException {
        Application application = DURATIONS.on(Container.TOMCAT);
        assertThat(application.status(Requests.as(user(ago(-10), "pwd"), "/a/me")))
                .isEqualTo(403);
        assertThat(application.body(Requests.as(user(Instant.now().plusSeconds(30), "pwd"), "/a/me")))
                .isEqualTo("alice");
    }

    @ParameterizedTest
    @EnumSource
    void severalFactorsCanBeAskedOfEveryRequest(Container container) throws IOException {
        Application application = TWO_FACTORS.on(container);
        assertThat(application.body(Requests.as(user(LOGIN, "mfa otp pwd"), "/me")))
                .isEqualTo("alice");
        assertThat(application.status(Requests.as(user(LOGIN, "pwd x_device_token"), "/me")))
                .isEqualTo(403);
        assertThat(application.status(Requests.as(user(LOGIN, ""), "/me"))).isEqualTo(403);
        assertThat(application.status(Requests.nobody("/me"))).isEqualTo(401);
    }

    private static Instant ago(long minutes) {
        return Instant.now().minus(Duration.ofMinutes(minutes));
    }

    private static AuthgearPrincipal user(@org.jspecify.annotations.Nullable Instant login, String amr) {
        AuthgearPrincipal.Builder user =
                AuthgearPrincipal.builder("alice").amr(amr.isEmpty() ? List.of() : List.of(amr.split(" ")));
        if (login != null) {
            user.authenticatedAt(login);
        }
        return user.build();
    }
}

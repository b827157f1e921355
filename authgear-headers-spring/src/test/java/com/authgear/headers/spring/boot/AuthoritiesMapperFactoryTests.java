package com.authgear.headers.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class AuthoritiesMapperFactoryTests {
    @Test
    void propertiesChangeTheDefaultFactors() {
        assertThat(factors("factors.mfa", "FACTOR_MFA"))
                .containsOnly(
                        Map.entry("mfa", "FACTOR_MFA"),
                        Map.entry("otp", "FACTOR_OTT"),
                        Map.entry("pwd", "FACTOR_PASSWORD"),
                        Map.entry("x_passkey", "FACTOR_WEBAUTHN"));
        assertThat(factors("factors.x_secondary_totp", "FACTOR_TOTP")).containsEntry("x_secondary_totp", "FACTOR_TOTP");
        assertThat(factors("factors.[x_secondary_totp]", "FACTOR_TOTP"))
                .containsEntry("x_secondary_totp", "FACTOR_TOTP");
        assertThat(factors("factors.pwd", "")).containsOnlyKeys("otp", "x_passkey");
        assertThat(factors("mdc", "true")).containsEntry("pwd", "FACTOR_PASSWORD");
    }

    /** An environment variable turns the method {@code x_secondary_totp} into this name. */
    @Test
    void unlistedMethodIsRefused() {
        assertThatThrownBy(() -> map("factors.x.secondary.totp", "FACTOR_TOTP"))
                .isInstanceOfSatisfying(ConfigurationFailure.class, failure -> {
                    assertThat(failure)
                            .hasMessageContaining("authgear.headers.factors")
                            .hasMessageContaining("x.secondary.totp");
                    assertThat(failure.action()).contains("factors.x_secondary_totp=");
                });
    }

    @Test
    void authorityThatIsNoFactorIsRefused() {
        assertThatThrownBy(() -> map("factors.mfa", "ROLE_admin"))
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("FACTOR_MFA");
    }

    /** A typing error would leave another factor there. */
    @Test
    void removalOfAFactorThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> map("factors.mfa", ""))
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("\"mfa\" has no factor");
    }

    private static Map<String, String> factors(String name, String value) {
        return AuthoritiesMapperFactory.factors(properties(name, value).factors());
    }

    private static void map(String name, String value) {
        AuthoritiesMapperFactory.mapper(properties(name, value));
    }

    private static AuthgearHeadersProperties properties(String name, String value) {
        Map<String, String> values = Map.of("authgear.headers." + name, value);
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("authgear.headers", AuthgearHeadersProperties.class);
    }
}

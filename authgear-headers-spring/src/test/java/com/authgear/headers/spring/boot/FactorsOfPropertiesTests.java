package com.authgear.headers.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class FactorsOfPropertiesTests {
    @Test
    void propertiesChangeTheTableOfDefaults() {
        assertThat(factors("factors.mfa", "FACTOR_MFA"))
                .isEqualTo("{mfa=FACTOR_MFA, otp=FACTOR_OTT, pwd=FACTOR_PASSWORD, x_passkey=FACTOR_WEBAUTHN}");
        assertThat(factors("factors.x_secondary_totp", "FACTOR_TOTP")).contains("x_secondary_totp=FACTOR_TOTP");
        assertThat(factors("factors.[x_secondary_totp]", "FACTOR_TOTP")).contains("x_secondary_totp=FACTOR_TOTP");
        assertThat(factors("factors.pwd", "")).isEqualTo("{otp=FACTOR_OTT, x_passkey=FACTOR_WEBAUTHN}");
        assertThat(factors("mdc", "true")).contains("pwd=FACTOR_PASSWORD");
    }

    /** As it comes out of an environment variable. */
    @Test
    void methodThatNoUserCouldHaveIsRefused() {
        assertThatThrownBy(() -> factors("factors.x.secondary.totp", "FACTOR_TOTP"))
                .isInstanceOfSatisfying(ConfigurationFailure.class, failure -> {
                    assertThat(failure)
                            .hasMessageContaining("authgear.headers.factors")
                            .hasMessageContaining("x.secondary.totp");
                    assertThat(failure.action()).contains("factors.x_secondary_totp=");
                });
    }

    @Test
    void whatIsNoFactorIsRefused() {
        assertThatThrownBy(() -> factors("factors.mfa", "ROLE_admin"))
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("FACTOR_MFA");
        assertThatThrownBy(() -> factors("factors.mfa", "")).isInstanceOf(ConfigurationFailure.class);
    }

    private static String factors(String name, String value) {
        Map<String, String> values = Map.of("authgear.headers." + name, value);
        Map<String, String> factors = new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("authgear.headers", AuthgearHeadersProperties.class)
                .factors();
        return FactorsOfProperties.factors(factors).toString().replace("AuthgearFactors", "");
    }
}

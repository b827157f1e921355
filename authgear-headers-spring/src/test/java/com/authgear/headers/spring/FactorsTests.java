package com.authgear.headers.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.authgear.headers.AuthgearPrincipal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table, on Spring Security 6.5, which has no factors; the lines of Boot 4 test what they prove on 7. */
final class FactorsTests {
    private static final AuthgearPrincipal ALICE =
            AuthgearPrincipal.builder("alice").amr(List.of("otp", "pwd")).build();

    @Test
    void noFactorsOnSpringSecurity6() {
        assertThat(AuthgearFactors.defaults().authorities(ALICE)).isEmpty();
        assertThat(AuthgearAuthoritiesMapper.withDefaults().authorities(ALICE)).hasSize(1);
    }

    @Test
    void tableOfDefaults() {
        assertThat(AuthgearFactors.defaults())
                .hasToString("AuthgearFactors{otp=FACTOR_OTT, pwd=FACTOR_PASSWORD, x_passkey=FACTOR_WEBAUTHN}");
        assertThat(AuthgearFactors.none()).hasToString("AuthgearFactors{}");
    }

    @Test
    void tableIsChangedByMakingAnotherOne() {
        AuthgearFactors changed = AuthgearFactors.defaults()
                .map("mfa", "FACTOR_MFA")
                .map("otp", "FACTOR_CODE")
                .mapUnlisted("hwk", "FACTOR_KEY")
                .without("pwd");
        assertThat(changed)
                .hasToString("AuthgearFactors{hwk=FACTOR_KEY, mfa=FACTOR_MFA, otp=FACTOR_CODE,"
                        + " x_passkey=FACTOR_WEBAUTHN}");
        assertThat(AuthgearFactors.defaults().toString()).doesNotContain("FACTOR_MFA");
    }

    @Test
    void methodWithATypingErrorIsRefused() {
        AuthgearFactors factors = AuthgearFactors.defaults();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> factors.map("x_secondary_topt", "FACTOR_TOTP"))
                .withMessageContaining("x_secondary_topt")
                .withMessageContaining("mapUnlisted");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> factors.without("passkey"))
                .withMessageContaining("passkey");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "FACTOR_", "PASSWORD", "ROLE_admin", "AUTHGEAR_VERIFIED", "FACTOR_a", " FACTOR_A"})
    void factorThatIsNoneIsRefused(String authority) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuthgearFactors.none().map("mfa", authority))
                .withMessageContaining("mfa");
    }
}

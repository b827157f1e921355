package com.authgear.headers.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.authgear.headers.AuthgearPrincipal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which factors are accepted, on Spring Security 6.5, which has none; the Boot 4 suite tests them on 7. */
final class FactorsTests {
    private static final AuthgearPrincipal ALICE =
            AuthgearPrincipal.builder("alice").amr(List.of("otp", "pwd")).build();

    private final AuthgearAuthoritiesMapper mapper = AuthgearAuthoritiesMapper.withDefaults();

    @Test
    void springSecurity6HasNoFactors() {
        assertThat(mapper.authorities(ALICE)).hasSize(1);
    }

    @Test
    void defaultFactorsArePasswordCodeAndPasskey() {
        assertThat(AuthgearAuthoritiesMapper.DEFAULT_FACTORS)
                .containsOnly(
                        Map.entry("otp", "FACTOR_OTT"),
                        Map.entry("pwd", "FACTOR_PASSWORD"),
                        Map.entry("x_passkey", "FACTOR_WEBAUTHN"));
    }

    @Test
    void laterFactorsReplaceEarlierOnes() {
        assertThat(mapper.withFactors(Map.of("mfa", "FACTOR_MFA")))
                .isInstanceOfSatisfying(
                        FactorsMapper.class,
                        changed -> assertThat(changed.factors()).containsOnly(Map.entry("mfa", "FACTOR_MFA")));
    }

    @Test
    void laterChangeOfTheMapHasNoEffect() {
        Map<String, String> factors = new HashMap<>(Map.of("mfa", "FACTOR_MFA"));
        AuthgearAuthoritiesMapper changed = mapper.withFactors(factors);
        factors.put("mfa", "ROLE_admin");
        assertThat(changed)
                .isInstanceOfSatisfying(
                        FactorsMapper.class, kept -> assertThat(kept.factors()).containsEntry("mfa", "FACTOR_MFA"));
    }

    @Test
    void methodWithATypingErrorIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mapper.withFactors(Map.of("x_secondary_topt", "FACTOR_TOTP")))
                .withMessageContaining("x_secondary_topt")
                .withMessageContaining("AuthenticationMethods");
    }

    /** Otherwise the login of an unknown time could have it. */
    @Test
    void noMethodProvesTheLogin() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mapper.withFactors(Map.of("mfa", "FACTOR_LOGIN")))
                .withMessageContaining("must not be FACTOR_LOGIN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "FACTOR_", "PASSWORD", "ROLE_admin", "AUTHGEAR_VERIFIED", "FACTOR_a", " FACTOR_A"})
    void authorityThatIsNoFactorIsRefused(String authority) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mapper.withFactors(Map.of("mfa", authority)))
                .withMessageContaining("mfa");
    }
}

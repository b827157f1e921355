package com.authgear.headers.bootsuite;

import static com.authgear.headers.spring.AuthgearHeadersConfigurer.authgearHeaders;
import static org.springframework.security.config.Customizer.withDefaults;

import com.authgear.headers.spring.AuthgearAuthoritiesMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AllRequiredFactorsAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.authorization.EnableMultiFactorAuthentication;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rules about factors that applications write. */
final class FactorRules {
    private FactorRules() {}

    /** Each factor and when it was proved. */
    @RestController
    static class Factors {
        @GetMapping("/factors")
        List<String> factors(Authentication user) {
            return user.getAuthorities().stream()
                    .filter(authority -> String.valueOf(authority.getAuthority()).startsWith("FACTOR_"))
                    .map(authority -> authority.getAuthority()
                            + (authority instanceof FactorGrantedAuthority factor
                                    ? "@" + factor.getIssuedAt().getEpochSecond()
                                    : ""))
                    .sorted()
                    .toList();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Durations {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            AuthorizationManager<RequestAuthorizationContext> recent =
                    AllRequiredFactorsAuthorizationManager.<RequestAuthorizationContext>builder()
                            .requireFactor(factor -> factor.passwordAuthority().validDuration(Duration.ofMinutes(5)))
                            .build();
            AuthorizationManager<RequestAuthorizationContext> ever =
                    AllRequiredFactorsAuthorizationManager.<RequestAuthorizationContext>builder()
                            .requireFactor(factor -> factor.passwordAuthority())
                            .build();
            return http.with(authgearHeaders(), withDefaults())
                    .authorizeHttpRequests(requests -> requests.requestMatchers("/a/me")
                            .access(recent)
                            .requestMatchers("/b/me")
                            .access(ever)
                            .anyRequest()
                            .authenticated())
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableMultiFactorAuthentication(
            authorities = {FactorGrantedAuthority.PASSWORD_AUTHORITY, FactorGrantedAuthority.OTT_AUTHORITY})
    static class TwoFactors {}

    @Configuration(proxyBeanMethods = false)
    static class OwnTable {
        @Bean
        AuthgearAuthoritiesMapper authorities() {
            return AuthgearAuthoritiesMapper.withDefaults()
                    .withFactors(Map.of(
                            "x_device_token", "FACTOR_DEVICE",
                            "pwd", "FACTOR_KNOWLEDGE",
                            "x_secondary_password", "FACTOR_KNOWLEDGE"));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnMapper {
        @Bean
        AuthgearAuthoritiesMapper authorities() {
            return principal -> AuthorityUtils.createAuthorityList("FACTOR_PASSWORD", "OWN");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnMapperWithFactors {
        @Bean
        AuthgearAuthoritiesMapper authorities() {
            return new OwnMapper().authorities().withFactors(AuthgearAuthoritiesMapper.DEFAULT_FACTORS);
        }
    }
}

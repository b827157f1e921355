package com.authgear.headers.bootsuite;

import static com.authgear.headers.spring.AuthgearHeadersConfigurer.authgearHeaders;
import static org.springframework.security.authorization.AuthorityAuthorizationManager.hasRole;
import static org.springframework.security.authorization.AuthorizationManagers.allOf;
import static org.springframework.security.config.Customizer.withDefaults;

import com.authgear.headers.AuthenticationMethods;
import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.ProxyTrust;
import com.authgear.headers.spring.AuthgearAuthoritiesMapper;
import com.authgear.headers.spring.AuthgearAuthorization;
import com.authgear.headers.spring.AuthgearFactors;
import com.authgear.headers.spring.AuthgearHeadersMetrics;
import com.authgear.headers.spring.AuthgearHeadersSupport;
import com.authgear.headers.spring.RequireRecentLogin;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The Java of the Spring module's README, as programs: {@link ReadmeTests} runs them and compares their lines. */
final class ReadmeSnippets {
    private ReadmeSnippets() {}

    @RestController
    static class Me {
        @GetMapping("/api/me")
        String me(@AuthenticationPrincipal AuthgearPrincipal user) {
            return user.userId();
        }
    }

    @RestController
    static class Transfer {
        @PostMapping("/api/transfer")
        @RequireRecentLogin(maxAge = "5m")
        String transfer(@AuthenticationPrincipal AuthgearPrincipal user) {
            return "transferred by " + user.userId();
        }

        @PostMapping({"/transfer/x", "/admin/x"})
        String rest() {
            return "done";
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Bank {
        @Bean
        SecurityFilterChain bank(HttpSecurity http) throws Exception {
            return http.with(authgearHeaders(), withDefaults())
                    .authorizeHttpRequests(requests -> requests.requestMatchers("/transfer/**")
                            .access(AuthgearAuthorization.recentLogin(Duration.ofMinutes(5)))
                            .requestMatchers("/admin/**")
                            .access(allOf(hasRole("manager"), AuthgearAuthorization.amr("mfa")))
                            .anyRequest()
                            .authenticated())
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnChain {
        @Bean
        SecurityFilterChain api(HttpSecurity http) throws Exception {
            return http.with(authgearHeaders(), withDefaults())
                    .authorizeHttpRequests(requests -> requests.anyRequest().hasAuthority("AUTHGEAR_VERIFIED"))
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnAuthorities {
        @Bean
        AuthgearFactors factors() {
            return AuthgearFactors.defaults().map(AuthenticationMethods.MFA, "FACTOR_MFA");
        }

        @Bean
        AuthgearAuthoritiesMapper authorities(AuthgearFactors factors) {
            AuthgearAuthoritiesMapper own = user -> AuthorityUtils.createAuthorityList("USER_" + user.userId());
            return own.withFactors(factors);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnSupport {
        @Bean
        AuthgearHeadersSupport support(MeterRegistry registry) {
            return AuthgearHeadersSupport.of(
                    ProxyTrust.sharedSecretEnvironment("AUTHGEAR_PROXY_SECRET"),
                    filter -> filter.listener(new AuthgearHeadersMetrics(registry)));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoLogins {
        @Bean
        @Order(1)
        SecurityFilterChain office(HttpSecurity http) throws Exception {
            return http.securityMatcher("/office/**", "/login")
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(withDefaults())
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain everybodyElse(HttpSecurity http) throws Exception {
            return http.with(authgearHeaders(), withDefaults())
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .build();
        }
    }
}

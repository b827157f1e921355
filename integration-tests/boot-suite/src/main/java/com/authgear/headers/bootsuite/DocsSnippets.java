package com.authgear.headers.bootsuite;

import static com.authgear.headers.spring.AuthgearHeadersConfigurer.authgearHeaders;
import static org.springframework.security.authorization.AuthorityAuthorizationManager.hasRole;
import static org.springframework.security.authorization.AuthorizationManagers.allOf;
import static org.springframework.security.config.Customizer.withDefaults;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.ProxyTrust;
import com.authgear.headers.servlet.AuthgearRequestListener;
import com.authgear.headers.spring.AuthgearAuthoritiesMapper;
import com.authgear.headers.spring.AuthgearHeadersMetrics;
import com.authgear.headers.spring.AuthgearHeadersSupport;
import com.authgear.headers.spring.stepup.AuthgearAuthorization;
import com.authgear.headers.spring.stepup.RequireRecentLogin;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The Java of {@code docs/} for Spring. {@link DocsTests} runs it; a test of the Spring module compares it with the
 * pages.
 */
final class DocsSnippets {
    private DocsSnippets() {}

    @RestController
    static class MeController {
        @GetMapping("/api/me")
        String me(@AuthenticationPrincipal AuthgearPrincipal user) {
            return user.userId();
        }
    }

    @RestController
    static class WelcomeController {
        @GetMapping("/public/welcome")
        String welcome(@AuthenticationPrincipal Optional<AuthgearPrincipal> user) {
            return "Welcome, " + user.map(AuthgearPrincipal::userId).orElse("visitor");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableMethodSecurity
    static class MethodSecurity {}

    @RestController
    static class ReportController {
        @GetMapping("/api/report")
        @PreAuthorize("hasRole('manager')")
        String report() {
            return "report";
        }
    }

    @Component
    static class RefusalCounter implements AuthgearRequestListener {
        private final LongAdder refused = new LongAdder();

        @Override
        public void decided(Outcome outcome, String reason) {
            if (outcome == Outcome.MALFORMED || outcome == Outcome.UNTRUSTED) {
                refused.increment();
            }
        }

        long refused() {
            return refused.sum();
        }
    }

    @RestController
    static class TransferController {
        @PostMapping("/api/transfer")
        @RequireRecentLogin(maxAge = "5m")
        String transfer(@AuthenticationPrincipal AuthgearPrincipal user) {
            return "transferred by " + user.userId();
        }
    }

    @RestController
    static class DoneController {
        @PostMapping({"/transfer/x", "/admin/x"})
        String rest() {
            return "done";
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class BankSecurity {
        @Bean
        SecurityFilterChain bank(HttpSecurity http) throws Exception {
            return http.with(authgearHeaders(), withDefaults())
                    .authorizeHttpRequests(requests -> requests.requestMatchers("/transfer/**")
                            .access(AuthgearAuthorization.recentLogin(Duration.ofMinutes(5)))
                            .requestMatchers("/admin/**")
                            .access(allOf(
                                    hasRole("manager"), AuthgearAuthorization.recentLogin(Duration.ofMinutes(15))))
                            .anyRequest()
                            .authenticated())
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class ApiSecurity {
        @Bean
        SecurityFilterChain api(HttpSecurity http) throws Exception {
            return http.with(authgearHeaders(), withDefaults())
                    .authorizeHttpRequests(
                            requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                    .permitAll()
                                    .requestMatchers("/public/**")
                                    .permitAll()
                                    .anyRequest()
                                    .hasAuthority("AUTHGEAR_VERIFIED"))
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Authorities {
        @Bean
        AuthgearAuthoritiesMapper authorities() {
            AuthgearAuthoritiesMapper own = user -> AuthorityUtils.createAuthorityList("USER_" + user.userId());
            return own.withFactors(Map.of("mfa", "FACTOR_MFA", "otp", "FACTOR_OTT", "pwd", "FACTOR_PASSWORD"));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WithoutBoot {
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

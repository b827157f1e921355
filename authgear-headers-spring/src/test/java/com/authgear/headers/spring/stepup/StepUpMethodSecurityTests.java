package com.authgear.headers.spring.stepup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.StepUpResult;
import com.authgear.headers.StepUpRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/** Spring without Spring Boot and without the web: only one import is used. */
final class StepUpMethodSecurityTests {
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @AfterEach
    void forget() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void importedConfigurationEnforcesTheRules() {
        try (AnnotationConfigApplicationContext context = start()) {
            Bank bank = context.getBean(Bank.class);
            logIn(user(300));
            assertThat(bank.transfer()).isEqualTo("done");
            logIn(user(301));
            assertThat(result(bank::transfer))
                    .contains(new StepUpResult.Challenge(Duration.ofMinutes(5), java.util.Set.of()));
            assertThat(bank.balance()).isEqualTo("much");
            assertThat(context.getBean(Listener.class).codes).containsExactly("step_up_required");
        }
    }

    /** A JDK proxy has the methods of the interface only. */
    @Test
    void ruleOfAnInterfaceIsEnforced() {
        try (AnnotationConfigApplicationContext context = start()) {
            Vault vault = context.getBean(Vault.class);
            assertThat(AopUtils.isJdkDynamicProxy(vault)).isTrue();
            logIn(user(0, "mfa"));
            assertThat(vault.open()).isEqualTo("open");
            logIn(user(0, "pwd"));
            assertThat(result(vault::open))
                    .contains(new StepUpResult.Forbidden(StepUpResult.Reason.FACTOR_UNAVAILABLE));
        }
    }

    @Test
    void userWithoutTheHeadersGetsAPlainDenial() {
        try (AnnotationConfigApplicationContext context = start()) {
            Bank bank = context.getBean(Bank.class);
            assertThatExceptionOfType(AuthenticationCredentialsNotFoundException.class)
                    .isThrownBy(bank::transfer);
            logIn(new AnonymousAuthenticationToken(
                    "key", "anonymousUser", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
            assertThat(result(bank::transfer)).isEmpty();
            Authentication notYet = new PreAuthenticatedAuthenticationToken(principal(0), "");
            logIn(notYet);
            assertThat(result(bank::transfer)).isEmpty();
        }
    }

    @Test
    void impossibleRuleStopsTheStart() {
        assertThatThrownBy(() -> new AnnotationConfigApplicationContext(StepUpMethodSecurity.class, Bad.class).close())
                .hasStackTraceContaining("The rule of step-up on " + Bad.class.getName() + ".call cannot be used");
    }

    @Test
    @SuppressWarnings("deprecation")
    void managerDecidesForSpringSecurity6And7() {
        StepUpAuthorizationManager<String> manager = AuthgearAuthorization.stepUp(StepUpRule.recentLogin("5m"));
        AuthorizationDecision check = manager.check(() -> user(301), "it");
        assertThat(check).isInstanceOf(StepUpAuthorizationDecision.class);
        assertThat(manager.authorize(() -> user(301), "it")).isInstanceOf(StepUpAuthorizationDecision.class);
        assertThat(check.isGranted()).isFalse();
        assertThat(check).hasToString("StepUpAuthorizationDecision[code=step_up_required]");
        assertThat(manager.check(() -> user(300), "it").isGranted()).isTrue();
        assertThat(manager).hasToString("StepUpAuthorizationManager[StepUpRule[maxAge=300s]]");
    }

    private static AnnotationConfigApplicationContext start() {
        return new AnnotationConfigApplicationContext(Application.class);
    }

    private static Optional<StepUpResult.Unsatisfied> result(java.util.function.Supplier<String> call) {
        try {
            throw new AssertionError("not denied: " + call.get());
        } catch (AuthorizationDeniedException denied) {
            assertThat(denied.isGranted()).isFalse();
            return denied.getAuthorizationResult() instanceof StepUpAuthorizationDecision decision
                    ? decision.result()
                    : Optional.empty();
        }
    }

    private static void logIn(Authentication authentication) {
        SecurityContextHolder.setContext(new SecurityContextImpl(authentication));
    }

    private static Authentication user(long age, String... amr) {
        return new Login(principal(age, amr));
    }

    private static AuthgearPrincipal principal(long age, String... amr) {
        return AuthgearPrincipal.builder("alice")
                .canReauthenticate(true)
                .amr(List.of(amr))
                .authenticatedAt(NOW.minusSeconds(age))
                .build();
    }

    @Configuration(proxyBeanMethods = false)
    @Import({StepUpMethodSecurity.class, Bank.class, SafeVault.class, Listener.class})
    static class Application {}

    static class Bank {
        @RequireRecentLogin(maxAge = "5m")
        String transfer() {
            return "done";
        }

        String balance() {
            return "much";
        }
    }

    interface Vault {
        @RequireAmr("mfa")
        String open();
    }

    static class SafeVault implements Vault {
        @Override
        public String open() {
            return "open";
        }
    }

    static class Bad {
        @RequireRecentLogin(maxAge = "5")
        void call() {}
    }

    static class Listener {
        final List<String> codes = new ArrayList<>();

        @EventListener
        void denied(AuthorizationDeniedEvent<?> event) {
            if (event.getAuthorizationResult() instanceof StepUpAuthorizationDecision decision) {
                codes.add(decision.result().orElseThrow().code());
            }
        }
    }

    private static final class Login extends PreAuthenticatedAuthenticationToken implements StepUpClock {
        private static final long serialVersionUID = 1L;

        Login(AuthgearPrincipal user) {
            super(user, "", List.of());
        }

        @Override
        public Clock clock() {
            return CLOCK;
        }
    }
}

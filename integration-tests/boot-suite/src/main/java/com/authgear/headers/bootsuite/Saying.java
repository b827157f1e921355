package com.authgear.headers.bootsuite;

import static com.authgear.headers.spring.AuthgearHeadersConfigurer.authgearHeaders;
import static org.springframework.security.config.Customizer.withDefaults;
import static org.springframework.security.web.csrf.CookieCsrfTokenRepository.withHttpOnlyFalse;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.util.ReflectionUtils;

/**
 * One configuration step of a chain.
 *
 * @param name how it is written
 * @param opensSession whether it asks Spring Security to make HTTP sessions
 * @param code does it
 */
record Saying(String name, boolean opensSession, Code code) {
    /** What happens at a new login. */
    private static final SessionAuthenticationStrategy LOGIN = (user, request, response) -> {
        throw new IllegalStateException("a request was taken for a new login");
    };

    static final Saying HEADERS = new Saying("headers", false, http -> http.with(authgearHeaders(), withDefaults()));

    /** A chain has one step of each row, or none. */
    static final List<List<Saying>> ROWS = List.of(policies(), fixations(), strategies(), csrf(), contexts(), caches());

    @FunctionalInterface
    interface Code {
        void addTo(HttpSecurity http) throws Exception;
    }

    private static List<Saying> policies() {
        return Arrays.stream(SessionCreationPolicy.values())
                .map(policy -> new Saying(
                        policy.name(),
                        policy == SessionCreationPolicy.ALWAYS,
                        http -> http.sessionManagement(sessions -> sessions.sessionCreationPolicy(policy))))
                .toList();
    }

    private static List<Saying> fixations() {
        return List.of(
                sessions("migrateSession", all -> all.sessionFixation().migrateSession()),
                sessions("newSession", all -> all.sessionFixation().newSession()),
                sessions("changeSessionId", all -> all.sessionFixation().changeSessionId()),
                sessions("none", all -> all.sessionFixation().none()));
    }

    private static List<Saying> strategies() {
        return List.of(
                sessions("maximumSessions(1)", all -> all.maximumSessions(1)),
                sessions("preventsLogin", all -> all.maximumSessions(1).maxSessionsPreventsLogin(true)),
                sessions("sessionAuthenticationStrategy", all -> all.sessionAuthenticationStrategy(LOGIN)),
                sessions("addSessionAuthenticationStrategy", all -> all.addSessionAuthenticationStrategy(LOGIN)),
                sessions("requireExplicit(false)", all -> all.requireExplicitAuthenticationStrategy(false)),
                sessions("invalidSessionUrl", all -> all.invalidSessionUrl("/expired")));
    }

    private static List<Saying> csrf() {
        Method spa = ReflectionUtils.findMethod(CsrfConfigurer.class, "spa");
        return Stream.of(
                        csrf("csrf", withDefaults()),
                        csrf("csrf for scripts", all -> all.csrfTokenRepository(withHttpOnlyFalse())),
                        csrf("csrf strategy", all -> all.sessionAuthenticationStrategy(LOGIN)),
                        csrf("csrf.spa", all -> ReflectionUtils.invokeMethod(Objects.requireNonNull(spa), all)),
                        new Saying(
                                "csrf in the session",
                                true,
                                http -> http.csrf(
                                        all -> all.csrfTokenRepository(new HttpSessionCsrfTokenRepository()))))
                // Since Spring Security 7.
                .filter(saying -> spa != null || !saying.name().equals("csrf.spa"))
                .toList();
    }

    private static List<Saying> contexts() {
        return List.of(
                new Saying(
                        "requireExplicitSave(false)",
                        false,
                        http -> http.securityContext(all -> all.requireExplicitSave(false))),
                new Saying(
                        "context in the session",
                        false,
                        http -> http.securityContext(
                                all -> all.securityContextRepository(new HttpSessionSecurityContextRepository()))),
                new Saying("no context", false, http -> http.securityContext(AbstractHttpConfigurer::disable)));
    }

    private static List<Saying> caches() {
        return List.of(
                new Saying("cache", false, http -> http.requestCache(withDefaults())),
                new Saying(
                        "cache in the session",
                        true,
                        http -> http.requestCache(all -> all.requestCache(new HttpSessionRequestCache()))),
                new Saying("no cache", false, http -> http.requestCache(AbstractHttpConfigurer::disable)));
    }

    private static Saying sessions(String name, Customizer<SessionManagementConfigurer<HttpSecurity>> code) {
        return new Saying(name, false, http -> http.sessionManagement(code));
    }

    private static Saying csrf(String name, Customizer<CsrfConfigurer<HttpSecurity>> code) {
        return new Saying(name, false, http -> http.csrf(code));
    }
}

package com.authgear.headers.bootsuite;

import static com.authgear.headers.spring.AuthgearHeadersConfigurer.authgearHeaders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.config.Customizer.withDefaults;

import com.authgear.headers.attacksuite.Area;
import com.authgear.headers.attacksuite.Honest;
import com.authgear.headers.attacksuite.KeptClient;
import com.authgear.headers.attacksuite.SloppyRouter;
import com.authgear.headers.attacksuite.TargetGenerator;
import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Public paths of an application whose firewall lets every target through: no router reaches a handler that the rules
 * of the chain did not admit.
 */
final class FirewallTests {
    private static final List<String> IN_DISGUISE = List.of(
            "/open/a;b",
            "/open//a",
            "/open/%61",
            "/admin/../open/a",
            "/admin/..;/open/a",
            "/admin/%2e%2e/open/a",
            "/open/%252e%252e/admin");

    @ParameterizedTest
    @EnumSource
    void noGeneratedTargetReachesMoreThanItMay(Site site, TestReporter reporter) throws IOException {
        int count = TargetGenerator.count() / Site.values().length;
        long seed = TargetGenerator.seed() + site.contextPath.length();
        reporter.publishEntry("targets", count + " of -Dtargets.seed=" + TargetGenerator.seed());
        TargetGenerator targets = new TargetGenerator(seed, site.contextPath, Area.places());
        List<String> violations = new ArrayList<>();
        int opened = 0;
        int protectedInDisguise = 0;
        try (KeptClient client = new KeptClient(site.client().named(TargetGenerator.HOST))) {
            for (int i = 0; i < count; i++) {
                String target = targets.next();
                String firewall = (i % 2 == 0 ? "x-no-firewall" : PermissiveFirewall.SPRING) + ": 1";
                Set<Area> nobody = ran(client.send(Honest.nobody().to(target).with(firewall)));
                Set<Area> user = ran(client.send(Honest.request().to(target).with(firewall)));
                if (!Set.of(Area.OPEN).containsAll(nobody)) {
                    violations.add("nobody reached " + nobody + ": " + target + " " + firewall);
                }
                opened += nobody.isEmpty() ? 0 : 1;
                protectedInDisguise += nobody.isEmpty() && user.contains(Area.OPEN) && user.size() > 1 ? 1 : 0;
            }
        }
        assertThat(violations).as("-Dtargets.seed=" + TargetGenerator.seed()).isEmpty();
        assertThat(opened).as("targets that opened something").isGreaterThan(count / 40);
        assertThat(protectedInDisguise)
                .as("targets that some routers take for open and some for protected")
                .isGreaterThan(count / 500);
    }

    @ParameterizedTest
    @EnumSource
    void honestTargetIsOpen(Site site) throws IOException {
        for (String path : List.of("/open/a.b", "/open/..x", "/open/a%20b", "/open/%C3%A9", "/open/a?next=/a/../b;c")) {
            RawRequest request = Honest.nobody().to(site.contextPath + path);
            assertThat(ran(Optional.of(site.client().send(request)))).as(path).containsExactly(Area.OPEN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void targetThatIsNotPlainNeedsAUser(Site site) throws IOException {
        RawResponse plain = site.client().send(Honest.nobody().to(site.contextPath + "/home"));
        assertThat(plain.status()).isEqualTo(401);
        for (String path : IN_DISGUISE) {
            String target = site.contextPath + path;
            assertThat(site.client().send(Honest.nobody().to(target)).status())
                    .as(target)
                    .isIn(400, 401);
        }
        String ofEveryContainer = site.contextPath + "/open/a;b";
        assertThat(site.client().send(Honest.nobody().to(ofEveryContainer)).comparable())
                .isEqualTo(plain.comparable());
        assertThat(ran(Optional.of(site.client().send(Honest.request().to(ofEveryContainer)))))
                .contains(Area.OPEN);
    }

    private static Set<Area> ran(Optional<RawResponse> response) {
        return response.map(RawResponse::body).map(Area::in).orElse(Set.of());
    }

    /** The application. */
    enum Site {
        DEFAULT_CHAIN("", Container.TOMCAT, quiet().with("authgear.headers.public-paths=/open/**,/health,/")),
        OWN_CHAIN("/ctx", Container.JETTY, quiet().with(OwnChain.class).with("server.servlet.context-path=/ctx"));

        private final String contextPath;
        private final Container container;
        /** Never changed, which its type does not tell. */
        @SuppressWarnings("ImmutableEnumChecker")
        private final Setup setup;

        Site(String contextPath, Container container, Setup setup) {
            this.contextPath = contextPath;
            this.container = container;
            this.setup = setup;
        }

        /** Silences Spring MVC, which logs each target that it cannot read. */
        private static Setup quiet() {
            return Setup.secret().with(Routers.class).with("logging.level.root=OFF");
        }

        RawClient client() {
            return setup.on(container).client();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Routers {
        @Bean
        HttpFirewall permissiveFirewall() {
            return new PermissiveFirewall();
        }

        @Bean
        FilterRegistrationBean<Filter> sloppyRouter() {
            FilterRegistrationBean<Filter> registration =
                    new FilterRegistrationBean<>(SloppyRouter.beforeTheApplication());
            registration.setOrder(Ordered.LOWEST_PRECEDENCE);
            return registration;
        }

        @Bean
        Handlers handlers() {
            return new Handlers();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnChain {
        @Bean
        SecurityFilterChain ownChain(HttpSecurity http) throws Exception {
            return http.with(authgearHeaders(), withDefaults())
                    .authorizeHttpRequests(requests -> requests.requestMatchers("/open/**", "/health", "/")
                            .permitAll()
                            .anyRequest()
                            .authenticated())
                    .build();
        }
    }

    /** Without a prefix of their own: the path alone decides. */
    @RestController
    static class Handlers {
        @GetMapping({"/open/**", "/health", "/"})
        void open(HttpServletRequest request) {
            Area.OPEN.mark(request, "a controller");
        }

        @GetMapping({"/home/**", "/pay/**", "/wire", "/z/**"})
        void guarded(HttpServletRequest request) {
            Area.PROTECTED.mark(request, "a controller");
        }
    }
}

package com.authgear.headers.attacksuite;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import com.authgear.headers.servlet.AuthgearHeadersFilter;
import com.authgear.headers.servlet.StepUpFilter;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.filter.ForwardedHeaderFilter;

/**
 * No router reaches a handler that the path rules did not admit. Sends generated targets to routers that are careless
 * in every way, to Jersey and to Spring MVC, and judges which handlers ran.
 */
@Tag("G02")
@Tag("G21")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RouterTests {
    private static final String[] WAYS = {
        "", "", "", "", "forward", "forward-decoded", "async", "async-same", "forward-to", "async-to"
    };
    private static final String[] PREFIXES = {
        "/admin", "/pay", "/open", "/open/", "/x/..", "/;x", "/%2e%2e/pay", "//pay", "/ctx"
    };

    private final Map<Site, Backend> backends = new EnumMap<>(Site.class);
    private final Map<Site, KeptClient> clients = new EnumMap<>(Site.class);
    private final Random random = new Random(TargetGenerator.seed());
    private final List<String> violations = new ArrayList<>();
    private int openedToNobody;
    private int protectedInDisguise;

    @BeforeAll
    void start() throws Exception {
        for (Site site : Site.values()) {
            Backend backend = site.start();
            backends.put(site, backend);
            clients.put(site, new KeptClient(backend.client().from(Honest.PROXY).named(TargetGenerator.HOST)));
        }
    }

    @AfterAll
    void stop() throws IOException {
        for (KeptClient client : clients.values()) {
            client.close();
        }
        backends.values().forEach(Backend::close);
    }

    @Test
    void noGeneratedTargetReachesMoreThanItMay(TestReporter reporter) throws IOException {
        int count = TargetGenerator.count();
        reporter.publishEntry("targets", count + " of -Dtargets.seed=" + TargetGenerator.seed());
        long seed = TargetGenerator.seed();
        for (Site site : Site.values()) {
            TargetGenerator targets = new TargetGenerator(seed++, site.contextPath(), Area.places());
            for (int i = 0; i < count / Site.values().length; i++) {
                send(site, targets);
            }
        }
        assertThat(violations).as("-Dtargets.seed=" + TargetGenerator.seed()).isEmpty();
        assertThat(openedToNobody).as("targets that opened something").isGreaterThan(count / 80);
        assertThat(protectedInDisguise)
                .as("targets in disguise that a recent login opened")
                .isGreaterThan(count / 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/open/a.b",
                "/open/..x",
                "/open/x..",
                "/open/a%20b",
                "/open/%C3%A9",
                "/open/%c3%a9",
                "/open/a+b",
                "/open/a%3Fb",
                "/open?next=/a/../b;c",
                "/open/",
                "/health",
                "/health?x=//",
                "/"
            })
    void honestTargetIsOpenToAll(String target) throws IOException {
        for (Site site : Site.USUAL) {
            assertThat(ran(site, Honest.nobody().to(site.contextPath() + target)))
                    .as("%s %s", site, target)
                    .containsExactly(Area.OPEN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/home", "/home/a.b", "/admin/%C3%A9", "/home/a%20b?x=/../pay"})
    void honestTargetIsOpenToAUser(String target) throws IOException {
        for (Site site : Site.USUAL) {
            assertThat(ran(site, Honest.request().to(site.contextPath() + target)))
                    .as("%s %s", site, target)
                    .containsExactly(Area.PROTECTED);
        }
    }

    private void send(Site site, TargetGenerator targets) throws IOException {
        String target = targets.next();
        String[] lines = lines(site, targets);
        boolean isHandedOnElsewhere = lines[0].endsWith("-to");
        // Where an application forwards to is not judged for nobody, and for an old login where the filter is mapped
        // so.
        if (!isHandedOnElsewhere) {
            String nobody = answer(site, Honest.nobody().to(target).with(lines));
            check(nobody, Set.of(Area.OPEN), "nobody", site, target, lines);
            openedToNobody += Area.in(nobody).isEmpty() ? 0 : 1;
        }
        if (!isHandedOnElsewhere || site.judgesDispatches) {
            String old = answer(site, Honest.request().to(target).with(lines));
            check(old, Set.of(Area.OPEN, Area.PROTECTED), "an old login", site, target, lines);
        }
        if (random.nextInt(4) == 0) {
            Set<Area> recent = ran(site, recentLogin().to(target).with(lines));
            boolean disguised = !target.matches("(?:/[A-Za-z0-9_-]+)*/?");
            protectedInDisguise += disguised && !Set.of(Area.OPEN).containsAll(recent) ? 1 : 0;
        }
    }

    private void check(String answer, Set<Area> allowed, String who, Site site, String target, String... lines) {
        if (!allowed.containsAll(Area.in(answer))) {
            violations.add(who + ": " + site + " " + target + " " + String.join(", ", lines) + ": " + answer);
        }
    }

    /** How the application hands the request on, and what an earlier filter makes of it. */
    private String[] lines(Site site, TargetGenerator targets) {
        List<String> lines = new ArrayList<>();
        String way = WAYS[random.nextInt(WAYS.length)];
        lines.add(RouterServlet.WAY + ": " + way);
        if (way.endsWith("-to")) {
            lines.add(RouterServlet.TO + ": " + below(site, targets.next()));
        }
        switch (random.nextInt(8)) {
            case 0 -> lines.add(RewritingFilter.URI + ": " + targets.next());
            case 1 -> {
                String path = Area.places().get(random.nextInt(Area.places().size()));
                lines.add(RewritingFilter.URI + ": " + site.contextPath() + path);
                lines.add(RewritingFilter.PATH + ": " + path);
            }
            case 2 -> lines.add("X-Forwarded-Prefix: " + PREFIXES[random.nextInt(PREFIXES.length)]);
            default -> {
                // Nothing stands before the filter, which is the usual case.
            }
        }
        return lines.toArray(String[]::new);
    }

    private static String below(Site site, String target) {
        return target.startsWith(site.contextPath())
                ? target.substring(site.contextPath().length())
                : target;
    }

    private Set<Area> ran(Site site, RawRequest request) throws IOException {
        return Area.in(answer(site, request));
    }

    private String answer(Site site, RawRequest request) throws IOException {
        return requireNonNull(clients.get(site))
                .send(request)
                .map(RawResponse::body)
                .orElse("");
    }

    private static RawRequest recentLogin() {
        return Honest.request()
                .replacing(
                        "x-authgear-session-authenticated-at: " + Instant.now().getEpochSecond());
    }

    /** An application under test. */
    private enum Site {
        ROOT("/*", false),
        CONTEXT("/*", true, ContainerOption.CONTEXT),
        ROOT_OF_ANY_TARGET("/", true, ContainerOption.ANY_TARGET),
        CONTEXT_OF_ANY_TARGET("/*", false, ContainerOption.CONTEXT, ContainerOption.ANY_TARGET);

        /** Containers that are told to accept any target rewrite some, so that what was sent cannot be seen. */
        static final List<Site> USUAL = List.of(ROOT, CONTEXT);

        private final String mapping;
        private final boolean judgesDispatches;
        /** Never changed, which its type does not tell. */
        @SuppressWarnings("ImmutableEnumChecker")
        private final ContainerOption[] options;

        Site(String mapping, boolean judgesDispatches, ContainerOption... options) {
            this.mapping = mapping;
            this.judgesDispatches = judgesDispatches;
            this.options = options;
        }

        String contextPath() {
            return ServletContainer.contextPath(Set.of(options));
        }

        Backend start() throws Exception {
            Application application = Application.behind(
                            AuthgearHeadersFilter.builder(ProxyTrust.sharedSecret(Honest.SECRET))
                                    .publicPaths(Area.OPEN.patterns())
                                    .build())
                    .preceded(new RewritingFilter())
                    .preceded(new ForwardedHeaderFilter());
            return rules(application)
                    .servlet(new RouterServlet(routers()), mapping)
                    .start(options);
        }

        private Application rules(Application application) {
            StepUpFilter.Builder rules =
                    StepUpFilter.builder().requireRecent(Duration.ofMinutes(5), Area.RULE.patterns());
            return judgesDispatches
                    ? application.filter(
                            rules.requireRecent(
                                            Duration.ofMinutes(5),
                                            RouterServlet.AGAIN + "/pay/*",
                                            RouterServlet.AGAIN + "/wire")
                                    .build(),
                            "/*")
                    : application.stepUp(rules.build());
        }

        private List<HttpServlet> routers() {
            return mapping.equals("/") ? FrameworkRouters.mvc() : FrameworkRouters.all();
        }
    }
}

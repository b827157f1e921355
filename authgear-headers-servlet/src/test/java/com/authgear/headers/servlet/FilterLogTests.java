package com.authgear.headers.servlet;

import static com.authgear.headers.servlet.Requests.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.ProxyTrust;
import jakarta.servlet.SessionTrackingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.SessionHandler;
import org.eclipse.jetty.http.UriCompliance;
import org.junit.jupiter.api.Test;

/** What a running filter logs for an operator. */
final class FilterLogTests {
    private final RecordingLogger logger = new RecordingLogger();

    @Test
    void startSaysWhoIsBelievedAndWhereAnIdentityIsAskedFor() throws Exception {
        assertThat(start(Requests.secret(), builder -> {}))
                .containsExactly("INFO Authgear headers: /: ProxyTrust[secrets=1, ranges=0], roles off, credential"
                        + " tripwire on, identity required except on 0 public path(s)");
        assertThat(start(Requests.secret(), builder -> builder.publicPaths("/a", "/b/*")))
                .singleElement()
                .asString()
                .endsWith("identity required except on 2 public path(s)");
        assertThat(start(Requests.secret(), AuthgearHeadersFilter.Builder::optional))
                .singleElement()
                .asString()
                .endsWith("identity optional");
    }

    @Test
    void startSaysWhoAnswersAndWarns() throws Exception {
        AuthgearIdentityFilter.Builder builder = AuthgearIdentityFilter.builder(ProxyTrust.trustEveryPeer());
        builder.log = new RefusalLog(logger, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        JettyServer.with(builder.build()).start().close();
        assertThat(logger.lines())
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("answers left to the framework"),
                        line -> assertThat(line).startsWith("WARNING trustEveryPeer"));
    }

    @Test
    void startSaysThatLinksWithASessionIdAreNotPlain() throws Exception {
        assertThat(startWithSessions(builder -> builder.publicPaths("/a"), SessionTrackingMode.URL))
                .filteredOn(line -> line.startsWith("WARNING"))
                .singleElement()
                .asString()
                .contains(";jsessionid", "<tracking-mode>COOKIE</tracking-mode>");
        assertThat(startWithSessions(builder -> builder.publicPaths("/a"), SessionTrackingMode.COOKIE))
                .noneMatch(line -> line.startsWith("WARNING"));
        assertThat(startWithSessions(AuthgearHeadersFilter.Builder::optional, SessionTrackingMode.URL))
                .noneMatch(line -> line.startsWith("WARNING"));
    }

    @Test
    void forgeryIsAWarningAndAnHonestRequestIsNoLine() throws Exception {
        try (JettyServer server = serve(builder(Requests.secret()))) {
            server.client().send(Requests.as(ALICE, "/me"));
            assertThat(logger.lines()).isEmpty();
            server.client().send(Requests.forged(ALICE, "/me"));
            assertThat(logger.lines())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "WARNING Refused a request: code=secret_missing header=x-proxy-secret peer=127.0.0.1: ");
        }
    }

    @Test
    void missingSessionIsLoggedOnlyAtDebug() throws Exception {
        try (JettyServer server = serve(builder(Requests.secret()))) {
            server.client().send(Requests.nobody("/me"));
            server.client().send(Requests.invalid("/me"));
            assertThat(logger.lines()).containsExactly("DEBUG No session", "DEBUG Invalid session");
        }
    }

    @Test
    void filterThatIsThereTwiceTellsOnce() throws Exception {
        AuthgearHeadersFilter filter = builder(Requests.secret()).optional().build();
        try (JettyServer server = JettyServer.with(filter)
                .filter(filter, "/*")
                .servlet("/me", new WhoServlet())
                .start()) {
            logger.lines().clear();
            assertThat(server.client().send(Requests.nobody("/me")).body()).isEqualTo("nobody");
            assertThat(logger.lines()).containsExactly("DEBUG No session");
        }
    }

    @Test
    void ambiguousTargetIsAWarning() throws Exception {
        try (JettyServer server = serve(builder(Requests.secret()).publicPaths("/public/*"))) {
            server.client().send(Requests.as(ALICE, "/public/a;b"));
            assertThat(logger.lines()).isEmpty();
            server.client().send(Requests.nobody("/public/a;b"));
            assertThat(logger.lines())
                    .filteredOn(line -> !line.startsWith("DEBUG"))
                    .singleElement()
                    .asString()
                    .startsWith("WARNING Refused a request: code=ambiguous_target header=- peer=127.0.0.1: ")
                    .contains("dot segments");
        }
    }

    @Test
    void peerResolverThatFailsIsTold() throws Exception {
        AuthgearHeadersFilter.Builder broken = builder(ProxyTrust.trustedProxies("127.0.0.1"))
                .peerResolver(request -> {
                    throw new IllegalStateException("broken");
                });
        try (JettyServer server = serve(broken)) {
            server.client().send(Requests.as(ALICE, "/me"));
            assertThat(logger.lines())
                    .contains("DEBUG The PeerResolver failed: no peer is known")
                    .anyMatch(line -> line.contains("code=peer_unknown header=- peer=unknown: "));
        }
    }

    @Test
    void whatWasOnlyCountedIsToldAtTheEnd() throws Exception {
        try (JettyServer server = serve(builder(Requests.secret()))) {
            for (int i = 0; i < 3; i++) {
                server.client().send(Requests.forged(ALICE, "/me"));
            }
            assertThat(logger.lines()).hasSize(1);
        }
        assertThat(logger.lines()).hasSize(2).last().asString().contains("Refused 2 more requests");
    }

    private List<String> start(ProxyTrust trust, Consumer<AuthgearHeadersFilter.Builder> options) throws Exception {
        logger.lines().clear();
        AuthgearHeadersFilter.Builder builder = builder(trust);
        options.accept(builder);
        JettyServer.with(builder.build()).start().close();
        return List.copyOf(logger.lines());
    }

    private List<String> startWithSessions(Consumer<AuthgearHeadersFilter.Builder> options, SessionTrackingMode mode)
            throws Exception {
        logger.lines().clear();
        AuthgearHeadersFilter.Builder builder = builder(Requests.secret());
        options.accept(builder);
        SessionHandler sessions = new SessionHandler();
        sessions.setSessionTrackingModes(Set.of(mode));
        JettyServer.with(builder.build())
                .context(context -> context.setSessionHandler(sessions))
                .start()
                .close();
        return List.copyOf(logger.lines());
    }

    /** The clock stands, so that no minute passes. */
    private AuthgearHeadersFilter.Builder builder(ProxyTrust trust) {
        AuthgearHeadersFilter.Builder builder = AuthgearHeadersFilter.builder(trust);
        builder.log = new RefusalLog(logger, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        return builder;
    }

    private JettyServer serve(AuthgearHeadersFilter.Builder builder) throws Exception {
        JettyServer server = JettyServer.with(builder.build())
                .servlet("/*", new WhoServlet())
                .http(http -> http.setUriCompliance(UriCompliance.UNSAFE))
                .start();
        logger.lines().clear();
        return server;
    }
}

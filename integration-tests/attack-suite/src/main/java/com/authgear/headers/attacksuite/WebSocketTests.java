package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Endpoints of WebSocket answer behind the filter, however it is registered and whenever they are added. */
@Tag("G16")
final class WebSocketTests {
    /**
     * All that the containers themselves put ahead of the filter. None of it answers: it handles HTTP sessions, or
     * Servlet authentication, which the application does not use. Review every new entry.
     */
    private static final Set<String> HARMLESS = Set.of(
            "org.eclipse.jetty.session.SessionHandler",
            "org.eclipse.jetty.ee10.servlet.SessionHandler",
            "org.eclipse.jetty.ee11.servlet.SessionHandler",
            "org.apache.catalina.authenticator.NonLoginAuthenticator");

    private static final RawRequest FORGED = Honest.request().without("x-proxy-secret");
    private static final RawRequest HONEST =
            Honest.request().with("x-authgear-tomorrow: unheard-of", "x-authgear-user-roles: manager", "x-other: kept");

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MATCH_AFTER")
    void onlyWhatIsKnownSeesARequestBeforeTheFilter(Registering way) throws Exception {
        try (Sockets sockets = Sockets.start(Deployment.SECRET.filter(), way)) {
            assertThat(sockets.ahead()).isSubsetOf(HARMLESS);
            sockets.addLate();
            assertThat(sockets.ahead()).isSubsetOf(HARMLESS);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MATCH_AFTER")
    void endpointsAnswerTheUserAndNobodyElse(Registering way) throws Exception {
        try (Sockets sockets = Sockets.start(Deployment.SECRET.filter(), way)) {
            assertProtected(sockets, sockets.paths());
            assertThat(sockets.send(Honest.nobody().to(Sockets.PUBLIC)))
                    .returns(101, RawResponse::status)
                    .returns(WhoServlet.NOBODY, Sockets::user);
            assertProtected(sockets, sockets.addLate());
        }
    }

    /** Tomcat does not reorder the mappings, so the start is refused there. */
    @Test
    void filterThatIsMappedLastIsAheadOrDoesNotStart() throws Exception {
        Sockets sockets;
        try {
            sockets = Sockets.start(Deployment.SECRET.filter(), Registering.MATCH_AFTER);
        } catch (Exception refused) {
            assertThat(refused).hasMessageContaining("did not start");
            return;
        }
        try (sockets) {
            assertProtected(sockets, sockets.paths());
            assertProtected(sockets, sockets.addLate());
        }
    }

    /** Where the container reveals the headers, the log of the start warns. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MATCH_AFTER")
    @Tag("G13")
    void handshakeShowsNoIdentityHeaderAndNoSecret(Registering way) throws Exception {
        try (LogCapture log = LogCapture.start();
                Sockets sockets = Sockets.start(Deployment.SECRET.filter(), way)) {
            boolean told = log.lines().stream().anyMatch(line -> line.startsWith("WARNING Jetty 12.0 shows"));
            for (String path : all(sockets)) {
                String greeting = sockets.send(HONEST.to(path)).body();
                assertThat(greeting).as(path).contains("kept");
                boolean shown = Stream.of(Honest.SECRET, "unheard-of", "manager", "pwd otp", "1755770000")
                        .anyMatch(greeting.substring(greeting.indexOf('\n'))::contains);
                assertThat(shown).as("%s: %s", path, greeting).isEqualTo(told);
            }
        }
    }

    private static void assertProtected(Sockets sockets, List<String> paths) throws IOException {
        for (String path : paths) {
            RawResponse plain = sockets.send(RawRequest.get(path));
            assertThat(plain.status()).as(path).isEqualTo(401);
            assertThat(sockets.send(Honest.nobody().to(path)).comparable()).isEqualTo(plain.comparable());
            assertThat(sockets.send(FORGED.to(path)).comparable())
                    .as("forged, %s", path)
                    .isEqualTo(plain.comparable());
            assertThat(sockets.send(Honest.request().to(path)))
                    .as("honest, %s", path)
                    .returns(101, RawResponse::status)
                    .returns(WhoServlet.describe(Honest.USER), Sockets::user);
        }
    }

    private static List<String> all(Sockets sockets) throws Exception {
        List<String> paths = new ArrayList<>(sockets.paths());
        paths.addAll(sockets.addLate());
        paths.add(Sockets.PUBLIC);
        return paths;
    }
}

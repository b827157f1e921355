package com.authgear.headers.examples.proxycheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The messages for an operator whose proxy does not lead to the check's backend. */
final class PreflightTests {
    @AutoClose
    private final ProxyCheck check;

    PreflightTests() throws IOException {
        check = ProxyCheck.start(0, 0);
    }

    @Test
    void aProxyThatLeadsToTheBackendIsReady() throws IOException {
        try (PassThroughProxy proxy = PassThroughProxy.to(check.backendPort())) {
            check.awaitProxy(ProxyTarget.of(proxy.address()), Duration.ZERO, obstacle -> {});
        }
    }

    @Test
    void aProxyOfSomebodyElseIsTold() throws IOException {
        try (EchoBackend other = EchoBackend.start(0);
                PassThroughProxy proxy = PassThroughProxy.to(other.port())) {
            assertObstacle(
                    proxy.address(), "(not reached) 200", "did not ask the resolver", ":" + check.resolverPort());
        }
    }

    @Test
    void aProxyThatAsksAndGoesElsewhereIsTold() throws IOException {
        try (PassThroughProxy proxy = PassThroughProxy.of(new Asking(check.resolverPort()), 0)) {
            assertObstacle(
                    proxy.address(), "asked the resolver, but", ":" + check.backendPort(), "(it asked GET /wrong)");
        }
    }

    @Test
    void aProxyThatDropsOurHeaderIsTold() throws IOException {
        try (PassThroughProxy proxy = PassThroughProxy.of(new Asking(check.backendPort()), 0)) {
            assertObstacle(proxy.address(), "without its header " + EchoBackend.NONCE);
        }
    }

    @Test
    void itWaitsForAProxyThatComesLater() throws IOException {
        int port;
        try (PassThroughProxy early = PassThroughProxy.to(check.backendPort())) {
            port = early.address().getPort();
        }
        List<String> told = new ArrayList<>();
        List<PassThroughProxy> late = new ArrayList<>();
        ProxyTarget target = ProxyTarget.of(URI.create("http://127.0.0.1:" + port));
        try {
            check.awaitProxy(target, Duration.ofSeconds(20), obstacle -> {
                told.add(obstacle);
                late.add(startedAt(port));
            });
        } finally {
            late.forEach(PassThroughProxy::close);
        }
        assertThat(told).singleElement().asString().startsWith("nothing listens at");
    }

    private PassThroughProxy startedAt(int port) {
        try {
            return PassThroughProxy.to(check.backendPort(), port);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void assertObstacle(URI address, String... words) {
        assertThatExceptionOfType(ProxyNotReadyException.class)
                .isThrownBy(() -> check.awaitProxy(ProxyTarget.of(address), Duration.ZERO, obstacle -> {}))
                .satisfies(e -> assertThat(e.getMessage()).contains(words));
    }

    /** Sends a request of its own somewhere before it answers. */
    private static final class Asking extends Handler.Abstract {
        private final String question;
        private final HttpClient client = new HttpClient();

        Asking(int port) {
            question = "http://127.0.0.1:" + port + "/wrong";
            installBean(client);
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            response.setStatus(client.GET(question).getStatus());
            callback.succeeded();
            return true;
        }
    }
}

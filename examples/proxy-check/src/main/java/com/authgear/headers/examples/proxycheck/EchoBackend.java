package com.authgear.headers.examples.proxycheck;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/**
 * Takes the application's place: answers 200 to every request with the identity that it received, opens WebSockets with
 * a greeting, and records what reaches it. Thread-safe.
 */
final class EchoBackend extends Handler.Abstract implements AutoCloseable {
    /** Identifies the request of the check that arrived; proxies forward unknown headers. */
    static final String NONCE = "X-Proxy-Check";

    private static final String REMEMBERED = EchoBackend.class.getName();

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(tolerant()));
    private final ServerWebSocketContainer webSockets = ServerWebSocketContainer.ensure(server);
    private final Map<String, List<Arrival>> expected = new ConcurrentHashMap<>();
    private final AtomicLong nonces = new AtomicLong();
    private final AtomicLong strangers = new AtomicLong();

    private EchoBackend(int port) {
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
    }

    static EchoBackend start(int port) throws IOException {
        EchoBackend backend = new EchoBackend(port);
        backend.server.setHandler(backend);
        backend.server.setErrorHandler(backend.refusals());
        try {
            backend.connector.open();
        } catch (IOException e) {
            throw ProxyCheck.portInUse("the echo backend", port, "--backend-port", e);
        }
        LifeCycle.start(backend.server);
        return backend;
    }

    /** Accepts what another server might accept. */
    private static HttpConfiguration tolerant() {
        HttpConfiguration http = new HttpConfiguration();
        http.setHttpCompliance(HttpCompliance.RFC2616_LEGACY);
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setRequestHeaderSize(65_536);
        // By default the cached values of a connection are compared without regard to case.
        http.setHeaderCacheCaseSensitive(true);
        return http;
    }

    int port() {
        return connector.getLocalPort();
    }

    /** Starts to record requests with a new nonce. */
    String expect() {
        String nonce = "check-" + nonces.incrementAndGet();
        expected.put(nonce, new CopyOnWriteArrayList<>());
        return nonce;
    }

    /** Returns the requests that arrived with a nonce, and stops recording them. */
    List<Arrival> arrivals(String nonce) {
        return Optional.ofNullable(expected.remove(nonce)).map(List::copyOf).orElse(List.of());
    }

    /** How many requests arrived without one. */
    long strangers() {
        return strangers.get();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        byte[] body = Content.Source.asInputStream(request).readAllBytes();
        Arrival arrival = remember(request, new String(body, StandardCharsets.ISO_8859_1));
        if ("websocket".equalsIgnoreCase(request.getHeaders().get(HttpHeader.UPGRADE))) {
            return webSockets.upgrade((asked, answer, failed) -> new Greeting(), request, response, callback);
        }
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        String text = "This is the echo backend of the proxy check. It got: " + arrival.identity() + "\n";
        Content.Sink.write(response, true, text, callback);
        return true;
    }

    /** Requests that Jetty refuses are recorded too, since another server might accept them. */
    private ErrorHandler refusals() {
        return new ErrorHandler() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                if (request.getAttribute(REMEMBERED) == null) {
                    remember(request, "");
                }
                return super.handle(request, response, callback);
            }
        };
    }

    private Arrival remember(Request request, String body) {
        request.setAttribute(REMEMBERED, true);
        Arrival arrival = new Arrival(
                request.getMethod(),
                request.getHttpURI().getPathQuery(),
                request.getHeaders().asImmutable(),
                body);
        Optional<List<Arrival>> arrivals = arrival.headers().getValuesList(NONCE).stream()
                .flatMap(nonce -> Optional.ofNullable(expected.get(nonce)).stream())
                .findFirst();
        arrivals.ifPresentOrElse(list -> list.add(arrival), strangers::incrementAndGet);
        return arrival;
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}

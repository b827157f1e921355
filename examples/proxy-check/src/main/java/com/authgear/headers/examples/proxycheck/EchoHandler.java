package com.authgear.headers.examples.proxycheck;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/** Answers 200 to everything with the identity that it got, and greets who asks for a WebSocket. */
final class EchoHandler extends Handler.Abstract {
    private static final String REMEMBERED = EchoHandler.class.getName();

    private final ServerWebSocketContainer webSockets;
    private final Map<String, List<Arrival>> expected = new ConcurrentHashMap<>();
    private final AtomicLong strangers = new AtomicLong();

    EchoHandler(Server server) {
        webSockets = ServerWebSocketContainer.ensure(server);
    }

    void expect(String nonce) {
        expected.put(nonce, new CopyOnWriteArrayList<>());
    }

    List<Arrival> take(String nonce) {
        return Optional.ofNullable(expected.remove(nonce)).map(List::copyOf).orElse(List.of());
    }

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

    /** What Jetty refuses has arrived as well: another server might have taken it. */
    ErrorHandler refusals() {
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
        Optional<List<Arrival>> arrivals = arrival.headers().getValuesList(EchoBackend.NONCE).stream()
                .flatMap(nonce -> Optional.ofNullable(expected.get(nonce)).stream())
                .findFirst();
        arrivals.ifPresentOrElse(list -> list.add(arrival), strangers::incrementAndGet);
        return arrival;
    }
}

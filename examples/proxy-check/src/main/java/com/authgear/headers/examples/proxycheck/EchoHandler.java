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
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/** Answers 200 to everything with the identity that it got, and greets who asks for a WebSocket. */
final class EchoHandler extends Handler.Abstract {
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
        Arrival arrival = arrival(request);
        remember(arrival);
        if ("websocket".equalsIgnoreCase(request.getHeaders().get(HttpHeader.UPGRADE))) {
            return webSockets.upgrade((asked, answer, failed) -> new Greeting(), request, response, callback);
        }
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        String text = "This is the echo backend of the proxy check. It got: " + arrival.identity() + "\n";
        Content.Sink.write(response, true, text, callback);
        return true;
    }

    private void remember(Arrival arrival) {
        Optional<List<Arrival>> arrivals = arrival.headers().getValuesList(EchoBackend.NONCE).stream()
                .flatMap(nonce -> Optional.ofNullable(expected.get(nonce)).stream())
                .findFirst();
        arrivals.ifPresentOrElse(list -> list.add(arrival), strangers::incrementAndGet);
    }

    private static Arrival arrival(Request request) throws java.io.IOException {
        byte[] body = Content.Source.asInputStream(request).readAllBytes();
        return new Arrival(
                request.getMethod(),
                request.getHttpURI().getPathQuery(),
                request.getHeaders().asImmutable(),
                new String(body, StandardCharsets.ISO_8859_1));
    }
}

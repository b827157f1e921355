package com.authgear.headers.bootsuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ConfigurableApplicationContext;

/** A running application. A shared one runs until the JVM ends. */
final class Application implements AutoCloseable {
    private static final Map<Key, Application> SHARED = new ConcurrentHashMap<>();

    private final ConfigurableApplicationContext context;

    Application(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Application shared(Setup setup, Container container) {
        return SHARED.computeIfAbsent(new Key(setup, container), key -> setup.start(container));
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    RawClient client() {
        return RawClient.of(port());
    }

    /** Fails if an answer sets an HTTP session: the library creates none. */
    RawResponse send(RawRequest request) throws IOException {
        RawResponse response = client().send(request);
        assertThat(response.headers("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
        return response;
    }

    int status(RawRequest request) throws IOException {
        return send(request).status();
    }

    String body(RawRequest request) throws IOException {
        return send(request).body();
    }

    @Override
    public void close() {
        context.close();
    }

    private record Key(Setup setup, Container container) {}
}

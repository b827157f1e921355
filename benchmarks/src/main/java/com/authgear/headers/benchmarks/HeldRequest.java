package com.authgear.headers.benchmarks;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/** A request that Jetty has parsed and is still serving, so that the benchmark reads the same object as a filter. */
final class HeldRequest implements AutoCloseable {
    /** What a container hands to a filter. */
    record Exchange(HttpServletRequest request, HttpServletResponse response) {}

    private final CountDownLatch done = new CountDownLatch(1);
    private final CompletableFuture<Exchange> held = new CompletableFuture<>();
    private final Server server = new Server();
    private final LocalConnector connector = new LocalConnector(server);

    private HeldRequest() {}

    static HeldRequest of(HeaderBlock block) {
        HeldRequest request = new HeldRequest();
        request.start();
        request.connector.executeRequest(block.request());
        return request;
    }

    Exchange exchange() {
        return held.join();
    }

    @Override
    public void close() {
        done.countDown();
        LifeCycle.stop(server);
    }

    private void start() {
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.SESSIONS);
        FilterHolder holder = new FilterHolder((request, response, chain) -> hold(request, response));
        context.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST));
        server.setHandler(context);
        LifeCycle.start(server);
    }

    /** Answers at the end only, so that the container does not recycle the request. */
    private void hold(ServletRequest request, ServletResponse response) {
        held.complete(new Exchange((HttpServletRequest) request, (HttpServletResponse) response));
        try {
            done.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

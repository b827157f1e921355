package com.authgear.headers.servlet;

import com.authgear.headers.harness.RawClient;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ProxyConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/** A real Jetty on a port of its own. */
final class JettyServer implements AutoCloseable {
    private final Server server = new Server();
    private final HttpConfiguration http = new HttpConfiguration();
    private final ServletContextHandler context = new ServletContextHandler("/");
    private boolean proxyProtocol;

    /** With the filter in front of everything, as its method register does it. */
    static JettyServer with(Filter filter) {
        JettyServer server = new JettyServer();
        server.context.addServletContainerInitializer(
                (classes, context) -> AuthgearIdentityFilter.register(context, filter));
        return server;
    }

    static JettyServer withoutFilter() {
        return new JettyServer();
    }

    /** With the filter as a descriptor configures it. */
    static JettyServer configured(Map<String, String> initParameters) {
        FilterHolder holder = new FilterHolder(AuthgearHeadersFilter.class);
        holder.setInitParameters(initParameters);
        JettyServer server = new JettyServer();
        server.context.addFilter(holder, "/*", EnumSet.allOf(DispatcherType.class));
        return server;
    }

    JettyServer filter(Filter filter, String path) {
        FilterHolder holder = new FilterHolder(filter);
        holder.setAsyncSupported(true);
        context.addFilter(holder, path, EnumSet.allOf(DispatcherType.class));
        return this;
    }

    JettyServer servlet(String path, HttpServlet servlet) {
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        context.addServlet(holder, path);
        return this;
    }

    JettyServer context(Consumer<ServletContextHandler> change) {
        change.accept(context);
        return this;
    }

    JettyServer errorPage(int status, String path) {
        ErrorPageErrorHandler pages = new ErrorPageErrorHandler();
        pages.addErrorPage(status, path);
        context.setErrorHandler(pages);
        return this;
    }

    JettyServer http(Consumer<HttpConfiguration> change) {
        change.accept(http);
        return this;
    }

    JettyServer proxyProtocol() {
        proxyProtocol = true;
        return this;
    }

    JettyServer start() throws Exception {
        HttpConnectionFactory factory = new HttpConnectionFactory(http);
        ServerConnector connector = proxyProtocol
                ? new ServerConnector(server, new ProxyConnectionFactory(), factory)
                : new ServerConnector(server, factory);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(context);
        server.start();
        return this;
    }

    RawClient client() {
        return RawClient.of(port());
    }

    int port() {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}

package com.authgear.headers.examples.nginxjetty;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.examples.front.Backend;
import com.authgear.headers.examples.front.LoopbackServer;
import com.authgear.headers.servlet.AuthgearHeadersFilter;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** The protected application, twice: with the filter from code, and at /webxml with the filter from web.xml. */
final class JettyBackend implements Backend {
    /** Answers at once, to whoever is authenticated: what is measured is the way there. */
    static final String COST = "/cost";

    private final LoopbackServer server;

    private JettyBackend(LoopbackServer server) {
        this.server = server;
    }

    static JettyBackend start(int port) throws IOException {
        Server jetty = new Server();
        jetty.setHandler(new ContextHandlerCollection(fromCode(), fromWebXml(jetty)));
        return new JettyBackend(LoopbackServer.start("the backend", jetty, port, "BACKEND_PORT"));
    }

    /** Only {@link #COST}, without the filter, for comparison. */
    static JettyBackend startWithoutFilter() throws IOException {
        Server jetty = new Server();
        ServletContextHandler context = new ServletContextHandler("/");
        serve(context, new HealthServlet(), COST);
        jetty.setHandler(context);
        return new JettyBackend(LoopbackServer.start("the backend", jetty, 0, "BACKEND_PORT"));
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }

    private static ServletContextHandler fromCode() {
        AuthgearHeadersFilter filter = AuthgearHeadersFilter.builder(
                        ProxyTrust.sharedSecretEnvironment(SECRET_VARIABLE))
                // The proxy in front sets or removes the roles on every request: only then may they be trusted.
                .parser(parser -> parser.trustRoles(true))
                .optionalPaths("", "/public", "/health")
                .build();
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServletContainerInitializer((classes, servletContext) -> filter.register(servletContext));
        serve(context, new HomeServlet(), "");
        serve(context, new UserServlet(), "/me", "/public");
        serve(context, new EchoServlet(), "/echo");
        serve(context, new HealthServlet(), "/health", COST);
        addSocket(context);
        return context;
    }

    private static WebAppContext fromWebXml(Server jetty) {
        WebAppContext context = new WebAppContext();
        context.setContextPath("/webxml");
        context.setBaseResource(ResourceFactory.of(jetty).newClassLoaderResource("webxml/"));
        // Servlet and filter stand on the class path of this program, not in a WEB-INF/lib.
        context.setParentLoaderPriority(true);
        context.setThrowUnavailableOnStartupException(true);
        addSocket(context);
        return context;
    }

    private static void addSocket(ServletContextHandler context) {
        JakartaWebSocketServletContainerInitializer.configure(
                context, (servletContext, sockets) -> sockets.addEndpoint(GreetingSocket.class));
    }

    private static void serve(ServletContextHandler context, HttpServlet servlet, String... paths) {
        for (String path : paths) {
            context.addServlet(servlet, path);
        }
    }
}

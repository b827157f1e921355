package com.authgear.headers.examples.nginxjetty;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.servlet.AuthgearHeadersFilter;
import com.authgear.headers.servlet.AuthgearLogin;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.URI;
import org.eclipse.jetty.ee11.servlet.DefaultServlet;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** The protected application, twice: with the filter from code, and at /webxml with the filter from web.xml. */
public final class JettyBackend implements AutoCloseable {
    private static final String STATIC = "com/authgear/headers/examples/nginxjetty/static/";

    private final Server server;
    private final ServerConnector connector;

    private JettyBackend(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * The application alone, without a front, on port 8081.
     *
     * @param arguments none
     * @throws IOException if the port is in use
     */
    public static void main(String... arguments) throws IOException {
        start(8081, URI.create("http://127.0.0.1:8082"), URI.create("http://127.0.0.1:8080"));
    }

    static JettyBackend start(int port, URI authgear, URI front) throws IOException {
        AuthgearLogin login = AuthgearLogin.builder(authgear, "example", front).build();
        Server jetty = new Server();
        jetty.setHandler(new ContextHandlerCollection(fromCode(login), fromWebXml(jetty)));
        return start(jetty, port);
    }

    /** Starts a server on a port of 127.0.0.1, 0 for any free one. */
    static JettyBackend start(Server jetty, int port) throws IOException {
        HttpConfiguration http = new HttpConfiguration();
        // By default a connection remembers values whatever their case, and a credential must not come as another.
        http.setHeaderCacheCaseSensitive(true);
        ServerConnector connector = new ServerConnector(jetty, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        jetty.addConnector(connector);
        connector.open();
        LifeCycle.start(jetty);
        return new JettyBackend(jetty, connector);
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }

    private static ServletContextHandler fromCode(AuthgearLogin login) {
        AuthgearHeadersFilter filter = AuthgearHeadersFilter.builder(
                        ProxyTrust.sharedSecretEnvironment("AUTHGEAR_PROXY_SECRET"))
                // The proxy in front sets or removes the roles on every request: only then may they be trusted.
                .parser(parser -> parser.trustRoles(true))
                .login(login)
                .publicPaths("", "/style.css", "/favicon.svg", "/public", "/health")
                .build();
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServletContainerInitializer((classes, servletContext) -> filter.register(servletContext));
        serve(context, new HomeServlet(), "");
        serve(context, new AccountServlet(), "/account");
        serve(context, new TransferServlet(), "/transfer");
        context.setBaseResource(ResourceFactory.of(context).newClassLoaderResource(STATIC));
        context.addServlet(DefaultServlet.class, "*.css");
        context.addServlet(DefaultServlet.class, "*.svg");
        serve(context, new UserServlet(), "/me", "/public");
        serve(context, new EchoServlet(), "/echo");
        serve(context, new HealthServlet(), "/health");
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

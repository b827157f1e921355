package com.authgear.headers.benchmarks;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.servlet.AuthgearHeadersFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * A real server with one servlet at two paths, the filter before one of them: both share everything else.
 *
 * @param port on the loopback interface
 * @param stop ends it
 */
record LoadedServer(int port, Runnable stop) implements AutoCloseable {
    static final String PLAIN = "/plain";
    static final String FILTERED = "/filtered";

    static LoadedServer jetty() {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServletContainerInitializer((classes, servlets) -> register(servlets));
        context.addServlet(new Hello(), PLAIN);
        context.addServlet(new Hello(), FILTERED);
        server.setHandler(context);
        LifeCycle.start(server);
        return new LoadedServer(connector.getLocalPort(), () -> LifeCycle.stop(server));
    }

    static LoadedServer tomcat() throws LifecycleException {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(System.getProperty("java.io.tmpdir"));
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        connector.setThrowOnFailure(true);
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", null);
        context.addServletContainerInitializer((classes, servlets) -> register(servlets), Set.of());
        Tomcat.addServlet(context, "hello", new Hello());
        context.addServletMappingDecoded(PLAIN, "hello");
        context.addServletMappingDecoded(FILTERED, "hello");
        tomcat.start();
        return new LoadedServer(connector.getLocalPort(), () -> stop(tomcat));
    }

    @Override
    public void close() {
        stop.run();
    }

    private static void stop(Tomcat tomcat) {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException("Tomcat did not stop", e);
        }
    }

    private static void register(ServletContext context) {
        AuthgearHeadersFilter filter = AuthgearHeadersFilter.builder(ProxyTrust.sharedSecret(HeaderBlock.SECRET))
                .build();
        FilterRegistration.Dynamic registration = context.addFilter("authgear", filter);
        registration.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, FILTERED);
    }

    private static final class Hello extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("text/plain");
            response.setContentLength(6);
            response.getOutputStream().print("hello\n");
        }
    }
}

package com.authgear.headers.soak;

import com.authgear.headers.examples.front.Backend;
import com.authgear.headers.examples.front.LoopbackServer;
import com.authgear.headers.servlet.AuthgearHeadersFilter;
import java.io.IOException;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;

/** Jetty 12.1 with the filter. */
final class JettyBackend {
    private JettyBackend() {}

    static Backend start(String secret) throws IOException {
        AuthgearHeadersFilter filter = Filters.of(secret);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServletContainerInitializer((classes, servletContext) -> filter.register(servletContext));
        EchoServlet.PATHS.forEach(path -> context.addServlet(new EchoServlet("jetty"), path));
        Server jetty = new Server();
        jetty.setHandler(context);
        return LoopbackServer.start("Jetty", jetty, 0, "none");
    }
}

package com.authgear.headers.soak;

import com.authgear.headers.examples.front.Backend;
import com.authgear.headers.servlet.AuthgearHeadersFilter;
import java.io.IOException;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** Tomcat 11 with the filter. */
record TomcatBackend(Tomcat tomcat) implements Backend {
    static TomcatBackend start(String secret) throws IOException {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir("target/tomcat");
        tomcat.setConnector(connector());
        AuthgearHeadersFilter filter = Filters.of(secret);
        Context context = tomcat.addContext("", null);
        context.addServletContainerInitializer((classes, servletContext) -> filter.register(servletContext), Set.of());
        Tomcat.addServlet(context, "echo", new EchoServlet("tomcat")).setAsyncSupported(true);
        EchoServlet.PATHS.forEach(path -> context.addServletMappingDecoded(path, "echo"));
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            throw new IOException("Tomcat did not start", e);
        }
        return new TomcatBackend(tomcat);
    }

    @Override
    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException("Tomcat did not stop", e);
        }
    }

    private static Connector connector() {
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        connector.setThrowOnFailure(true);
        return connector;
    }
}

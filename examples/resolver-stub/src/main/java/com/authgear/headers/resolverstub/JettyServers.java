package com.authgear.headers.resolverstub;

import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/** A small Jetty that leaves as much as possible to the stub. */
final class JettyServers {
    private static final int MAX_THREADS = 16;
    private static final int MIN_THREADS = 2;
    private static final int MAX_HEADER_BYTES = 65_536;

    private JettyServers() {}

    /** Its threads are daemons: a test that forgets to close a stub still ends. */
    static Server create() {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
        threads.setName("resolver-stub");
        threads.setDaemon(true);
        return new Server(threads, new ScheduledExecutorScheduler("resolver-stub-scheduler", true), null);
    }

    static ServerConnector loopback(Server server, int port) {
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        return connector;
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        // The real router redirects "//" and "/../" where Jetty would answer 400.
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        // By default a connection remembers values whatever their case: "SESSION=alice" would come as "session=alice".
        configuration.setHeaderCacheCaseSensitive(true);
        configuration.setRequestHeaderSize(MAX_HEADER_BYTES);
        configuration.setResponseHeaderSize(MAX_HEADER_BYTES);
        return configuration;
    }
}

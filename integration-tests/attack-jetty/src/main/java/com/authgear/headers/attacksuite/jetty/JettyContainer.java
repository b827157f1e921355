package com.authgear.headers.attacksuite.jetty;

import com.authgear.headers.attacksuite.ContainerOption;
import com.authgear.headers.attacksuite.RunningContainer;
import com.authgear.headers.attacksuite.ServletContainer;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty, but for what differs between the editions of the servlet API. */
public abstract class JettyContainer implements ServletContainer {
    /** One that accepts, one that selects, and one more. */
    private static final int FEWEST_THREADS = 3;

    @Override
    public Set<ContainerOption> options() {
        return EnumSet.of(ContainerOption.ONE_THREAD);
    }

    @Override
    public RunningContainer start(Consumer<ServletContext> application, Set<ContainerOption> options) throws Exception {
        Server server = new Server(threads(options));
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(context(application));
        return running(server, connector);
    }

    protected abstract Handler context(Consumer<ServletContext> application);

    private static QueuedThreadPool threads(Set<ContainerOption> options) {
        QueuedThreadPool threads = new QueuedThreadPool();
        if (options.contains(ContainerOption.ONE_THREAD)) {
            threads.setReservedThreads(0);
            threads.setMinThreads(1);
            threads.setMaxThreads(FEWEST_THREADS);
        }
        return threads;
    }

    private static RunningContainer running(Server server, ServerConnector connector) throws Exception {
        try {
            server.start();
        } catch (Exception e) {
            LifeCycle.stop(server);
            throw e;
        }
        return RunningContainer.of(connector.getLocalPort(), () -> LifeCycle.stop(server));
    }
}

package com.authgear.headers.attacksuite.jetty;

import com.authgear.headers.attacksuite.ContainerOption;
import com.authgear.headers.attacksuite.RunningContainer;
import com.authgear.headers.attacksuite.ServletContainer;
import jakarta.servlet.ServletContext;
import java.lang.management.ManagementFactory;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jetty.jmx.MBeanContainer;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty; each module adds what differs between versions of the Servlet API. */
public abstract class JettyContainer implements ServletContainer {
    /** One acceptor, one selector, and one for requests. */
    private static final int FEWEST_THREADS = 3;

    private static final int FEW_THREADS = FEWEST_THREADS + 7;

    @Override
    public Set<ContainerOption> options() {
        return EnumSet.of(
                ContainerOption.ONE_THREAD,
                ContainerOption.FEW_THREADS,
                ContainerOption.FORWARDED_REQUEST_CUSTOMIZER,
                ContainerOption.PROXY_PROTOCOL,
                ContainerOption.HTTP_2,
                ContainerOption.TLS,
                ContainerOption.UNIX_SOCKET,
                ContainerOption.IPV6,
                ContainerOption.CONTEXT,
                ContainerOption.ANY_TARGET,
                ContainerOption.MANAGED_BEANS);
    }

    @Override
    public Set<ContainerOption> hidingThePeer() {
        return EnumSet.of(ContainerOption.UNIX_SOCKET);
    }

    @Override
    public RunningContainer start(Consumer<ServletContext> application, Set<ContainerOption> options) throws Exception {
        Server server = new Server(threads(options));
        Connector connector = JettyConnectors.connector(server, options);
        server.addConnector(connector);
        if (options.contains(ContainerOption.MANAGED_BEANS)) {
            server.addBean(new MBeanContainer(ManagementFactory.getPlatformMBeanServer()));
        }
        server.setHandler(context(application, options));
        return running(server, connector);
    }

    /** With {@link ContainerOption#ANY_TARGET} the context also accepts ambiguous URIs. */
    protected abstract Handler context(Consumer<ServletContext> application, Set<ContainerOption> options);

    private static QueuedThreadPool threads(Set<ContainerOption> options) {
        QueuedThreadPool threads = new QueuedThreadPool();
        if (options.contains(ContainerOption.ONE_THREAD)) {
            threads.setReservedThreads(0);
            threads.setMinThreads(1);
            threads.setMaxThreads(FEWEST_THREADS);
        }
        if (options.contains(ContainerOption.FEW_THREADS)) {
            threads.setReservedThreads(0);
            threads.setMaxThreads(FEW_THREADS);
        }
        return threads;
    }

    private static RunningContainer running(Server server, Connector connector) throws Exception {
        try {
            server.start();
        } catch (Exception e) {
            LifeCycle.stop(server);
            throw e;
        }
        return RunningContainer.of(JettyConnectors.address(connector), () -> stop(server));
    }

    /** Also destroys the server, which removes its managed beans. */
    private static void stop(Server server) {
        LifeCycle.stop(server);
        server.destroy();
    }
}

package com.authgear.headers.attacksuite.jetty;

import com.authgear.headers.attacksuite.Registering;
import com.authgear.headers.attacksuite.RunningContainer;
import com.authgear.headers.attacksuite.SocketContainer;
import com.authgear.headers.servlet.AuthgearHeadersFilter;
import jakarta.servlet.ServletContextListener;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;

/**
 * Jetty with two applications: one starts with endpoints of every kind, the other without any, so that Jetty adds its
 * filter together with the first endpoint. Each module adds what differs between versions of the Servlet API.
 */
public abstract class JettySockets implements SocketContainer {
    protected static final String NATIVE = "/ws/native";
    protected static final String SERVLET = "/ws/servlet";

    private static final String FIRST = "/first";

    @Override
    public Running start(AuthgearHeadersFilter filter, Registering way, ServletContextListener endpoints)
            throws Exception {
        Application full = application("/", filter, way, endpoints);
        Application empty = application(FIRST, filter, way, null);
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new ContextHandlerCollection(full.handler(), empty.handler()));
        server.start();
        RunningContainer running = RunningContainer.of(connector.getLocalPort(), () -> LifeCycle.stop(server));
        return new RunningJetty(running, full, empty);
    }

    /**
     * An application that is not yet started.
     *
     * @param standard adds the endpoints of {@code jakarta.websocket}; with it come Jetty's own at {@link #NATIVE} and
     *     {@link #SERVLET}, and without it there are none
     */
    protected abstract Application application(
            String path, AuthgearHeadersFilter filter, Registering way, @Nullable ServletContextListener standard);

    /** One context, with the filter and with Jetty's support for WebSocket. */
    protected interface Application {
        ContextHandler handler();

        /** Adds an endpoint of Jetty's own kind while the application runs. */
        void addNative(String path);

        /** The classes of the filters whose mappings stand ahead of the library's. */
        List<String> filtersAhead();

        /** These filters, and all handlers of the context. */
        default List<String> ahead() {
            List<String> names = new ArrayList<>(filtersAhead());
            handler().getDescendants().stream()
                    .map(handler -> handler.getClass().getName())
                    .takeWhile(name -> !name.endsWith(".ServletHandler"))
                    .forEach(names::add);
            return names;
        }
    }

    private record RunningJetty(RunningContainer running, Application full, Application empty) implements Running {
        @Override
        public List<String> ownPaths() {
            return List.of(NATIVE, SERVLET);
        }

        @Override
        public List<String> addLate() {
            full.addNative("/ws/late-native");
            empty.addNative("/ws/first-native");
            return List.of("/ws/late-native", FIRST + "/ws/first-native");
        }

        @Override
        public List<String> ahead() {
            List<String> ahead = new ArrayList<>(full.ahead());
            ahead.addAll(empty.ahead());
            return ahead;
        }

        @Override
        public SocketAddress address() {
            return (InetSocketAddress) running.address();
        }

        @Override
        public void close() {
            running.close();
        }
    }
}

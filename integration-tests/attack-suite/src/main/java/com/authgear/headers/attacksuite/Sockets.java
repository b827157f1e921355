package com.authgear.headers.attacksuite;

import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import com.authgear.headers.harness.WebSocketHandshake;
import com.authgear.headers.servlet.AuthgearHeadersFilter;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** A running application with endpoints behind the filter. */
final class Sockets implements AutoCloseable {
    static final String PUBLIC = "/public/ws";

    private static final SocketContainer CONTAINER =
            ServiceLoader.load(SocketContainer.class).findFirst().orElseThrow();
    private static final String PROGRAMMATIC = "/ws/programmatic";
    private static final String LATE = "/ws/late";

    private final SocketContainer.Running running;
    private final Endpoints endpoints;

    private Sockets(SocketContainer.Running running, Endpoints endpoints) {
        this.running = running;
        this.endpoints = endpoints;
    }

    static Sockets start(AuthgearHeadersFilter filter, Registering way) throws Exception {
        Endpoints endpoints = new Endpoints();
        return new Sockets(CONTAINER.start(filter, way, endpoints), endpoints);
    }

    /** The paths of one endpoint of each kind where an identity is required. */
    List<String> paths() {
        List<String> paths = new ArrayList<>(running.ownPaths());
        paths.add(SocketGreeting.Annotated.PATH);
        paths.add(PROGRAMMATIC);
        return paths;
    }

    /** Adds endpoints to the running application, where the container lets one; returns their paths. */
    List<String> addLate() throws Exception {
        List<String> paths = new ArrayList<>(running.addLate());
        if (CONTAINER.addsLate()) {
            endpoints.add(LATE);
            paths.add(LATE);
        }
        return paths;
    }

    List<String> ahead() {
        return running.ahead();
    }

    /** Sends a handshake from the proxy's address. */
    RawResponse send(RawRequest request) throws IOException {
        return send(request, Honest.PROXY);
    }

    RawResponse send(RawRequest request, int peer) throws IOException {
        return WebSocketHandshake.send(client(peer), request);
    }

    /** Asks a servlet. */
    RawResponse get(RawRequest request, int peer) throws IOException {
        return client(peer).send(request);
    }

    /** The user, as the greeting names it. */
    static String user(RawResponse greeting) {
        return greeting.body().lines().findFirst().orElse("");
    }

    private RawClient client(int peer) {
        return RawClient.of(running.address()).from(peer);
    }

    @Override
    public void close() {
        running.close();
    }

    private static final class Endpoints implements ServletContextListener {
        private @Nullable ServletContext context;

        @Override
        public void contextInitialized(ServletContextEvent event) {
            ServletContext started = event.getServletContext();
            context = started;
            started.addServlet("who", new WhoServlet()).addMapping(Honest.PAGE);
            // Tomcat calls no filter where no servlet is mapped.
            started.addServlet("page", new PageServlet("DEFAULT")).addMapping("/");
            try {
                container().addEndpoint(SocketGreeting.Annotated.class);
                add(PROGRAMMATIC);
                add(PUBLIC);
            } catch (DeploymentException e) {
                throw new IllegalStateException(e);
            }
        }

        void add(String path) throws DeploymentException {
            container().addEndpoint(SocketGreeting.Programmatic.at(path));
        }

        private ServerContainer container() {
            ServletContext started = Objects.requireNonNull(context);
            return (ServerContainer) Objects.requireNonNull(started.getAttribute(ServerContainer.class.getName()));
        }
    }
}

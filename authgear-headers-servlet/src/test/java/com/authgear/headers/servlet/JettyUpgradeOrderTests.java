package com.authgear.headers.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import com.authgear.headers.harness.WebSocketHandshake;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.FilterMapping;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHandler;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServerContainer;
import org.eclipse.jetty.ee10.websocket.server.config.JettyWebSocketServletContainerInitializer;
import org.eclipse.jetty.ee10.websocket.servlet.WebSocketUpgradeFilter;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On ee10 of Jetty 12.1, with endpoints of Jetty's own kind; the attack suite has the other editions and kinds. */
final class JettyUpgradeOrderTests {
    private static final Filter PLAIN = (request, response, chain) -> chain.doFilter(request, response);

    private final AuthgearHeadersFilter filter =
            AuthgearHeadersFilter.builder(Requests.secret()).build();
    private final Server server = new Server();
    private final ServletContextHandler context = new ServletContextHandler("/");

    @BeforeEach
    void listen() {
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(context);
    }

    @AfterEach
    void stop() {
        LifeCycle.stop(server);
    }

    @Test
    void firstEndpointOfARunningApplicationAnswersBehindTheFilter() throws Exception {
        describe("authgear", filter);
        JettyWebSocketServletContainerInitializer.configure(context, null);
        server.start();
        assertThat(send(RawRequest.get("/ws")).status()).isEqualTo(401);
        addEndpoint();
        assertThat(send(RawRequest.get("/ws")).status()).isEqualTo(401);
        assertThat(send(Requests.forged(Requests.ALICE, "/ws")).status()).isEqualTo(401);
        assertThat(send(Requests.as(Requests.ALICE, "/ws")))
                .returns(101, RawResponse::status)
                .returns("alice", RawResponse::body);
        describe("later", PLAIN);
        assertThat(order()).containsExactly("authgear", "later", WebSocketUpgradeFilter.class.getName());
    }

    @Test
    void othersKeepTheirPlaces() throws Exception {
        describe("upgrade", new WebSocketUpgradeFilter());
        describe("cors", PLAIN);
        describe("own upgrade", new OwnUpgrade());
        describe("authgear", filter);
        describe("last", PLAIN);
        JettyWebSocketServletContainerInitializer.configure(context, null);
        server.start();
        assertThat(order()).containsExactly("cors", "authgear", "last", "upgrade", "own upgrade");
    }

    @Test
    void applicationWithoutSuchAFilterIsLeftAlone() throws Exception {
        describe("cors", PLAIN);
        describe("authgear", filter);
        FilterMapping[] before = context.getServletHandler().getFilterMappings();
        server.start();
        assertThat(context.getServletHandler().getFilterMappings()).containsExactly(before);
    }

    @Test
    void handlerInsideTheContextIsRefused() {
        describe("authgear", filter);
        context.insertHandler(WebSocketUpgradeHandler.from(server, context));
        assertThatThrownBy(server::start)
                .hasStackTraceContaining("WebSocketUpgradeHandler inside this servlet context")
                .hasStackTraceContaining("JettyWebSocketServletContainerInitializer");
    }

    @Test
    void eachFilterListensOnceUntilItIsRemoved() throws Exception {
        describe("authgear", filter);
        describe("again", filter);
        server.start();
        assertThat(listeners()).hasSize(2);
        context.stop();
        context.start();
        assertThat(listeners()).hasSize(2);
        ServletHandler handler = context.getServletHandler();
        handler.removeFilterMapping(handler.getFilterMappings()[1]);
        assertThat(listeners()).hasSize(2);
        handler.removeFilterHolder(handler.getFilter("again"));
        assertThat(listeners()).hasSize(1);
    }

    private void describe(String name, Filter described) {
        FilterHolder holder = new FilterHolder(described);
        holder.setName(name);
        context.addFilter(holder, "/*", EnumSet.allOf(DispatcherType.class));
    }

    private void addEndpoint() {
        JettyWebSocketServerContainer.getContainer(context.getServletContext())
                .addMapping(
                        "/ws",
                        (request, response) ->
                                new Greeting(request.getUserPrincipal().getName()));
    }

    private RawResponse send(RawRequest request) throws IOException {
        return WebSocketHandshake.send(
                RawClient.of(((ServerConnector) server.getConnectors()[0]).getLocalPort()), request);
    }

    private List<String> order() {
        return Arrays.stream(context.getServletHandler().getFilterMappings())
                .map(FilterMapping::getFilterName)
                .toList();
    }

    private List<String> listeners() {
        return context.getServletHandler().getEventListeners().stream()
                .map(Object::toString)
                .filter("JettyUpgradeOrder"::equals)
                .toList();
    }

    private static final class OwnUpgrade extends WebSocketUpgradeFilter {}

    /** Public for Jetty to call it. */
    public static final class Greeting implements Session.Listener.AutoDemanding {
        private final String user;

        Greeting(String user) {
            this.user = user;
        }

        @Override
        public void onWebSocketOpen(Session session) {
            session.sendText(user, Callback.NOOP);
        }
    }
}

package com.authgear.headers.attacksuite;

import com.authgear.headers.AuthgearPrincipal;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.OnError;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** The first message of an endpoint: the user, and all that the objects of the handshake reveal. */
public final class SocketGreeting {
    private static final String HANDSHAKE = "handshake";

    private SocketGreeting() {}

    /**
     * The text of a greeting.
     *
     * @param user as the handshake names it
     * @param type a public type of the handshake
     * @param handshake of that type
     */
    public static <T> String text(@Nullable Principal user, Class<T> type, T handshake) {
        return user(user) + "\n" + Exposed.by(type, handshake, ExposingServlet.NAMES);
    }

    /** The line for the user. */
    static String user(@Nullable Principal user) {
        if (user == null) {
            return WhoServlet.NOBODY;
        }
        return user instanceof AuthgearPrincipal principal ? WhoServlet.describe(principal) : "FOREIGN " + user;
    }

    private static void greet(Session session, EndpointConfig config) throws IOException {
        String handshake = String.valueOf(config.getUserProperties().get(HANDSHAKE));
        boolean agrees = handshake.startsWith(user(session.getUserPrincipal()) + "\n");
        session.getBasicRemote()
                .sendText((agrees ? "" : "DISAGREES ") + handshake + "\n"
                        + Exposed.by(Session.class, session, ExposingServlet.NAMES));
    }

    /** Keeps what the handshake shows. */
    public static final class Configurator extends ServerEndpointConfig.Configurator {
        @Override
        public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
            config.getUserProperties()
                    .put(HANDSHAKE, text(request.getUserPrincipal(), HandshakeRequest.class, request));
        }
    }

    /** An endpoint declared by an annotation. */
    @ServerEndpoint(value = Annotated.PATH, configurator = Configurator.class)
    public static final class Annotated {
        public static final String PATH = "/ws/annotated";

        /** Greets. */
        @OnOpen
        public void open(Session session, EndpointConfig config) throws IOException {
            greet(session, config);
        }

        /** The client closes the connection after the greeting, without a close frame. */
        @OnError
        public void left(Throwable gone) {}
    }

    /** An endpoint added by code. */
    public static final class Programmatic extends Endpoint {
        /** At any path. */
        public static ServerEndpointConfig at(String path) {
            return ServerEndpointConfig.Builder.create(Programmatic.class, path)
                    .configurator(new Configurator())
                    .build();
        }

        @Override
        public void onOpen(Session session, EndpointConfig config) {
            try {
                greet(session, config);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}

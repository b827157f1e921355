package com.authgear.headers.servlet;

import jakarta.servlet.ServletContext;
import java.util.List;

/**
 * Warns that Jetty 12.0 passes WebSocket endpoints the headers of its own request instead of the wrapper's
 * (jetty.project#10490), which a filter cannot prevent. Jetty 12.1 passes the wrapper's.
 */
final class JettyHandshakes {
    static final String WARNING =
            "Jetty 12.0 shows WebSocket endpoints the x-authgear-* headers and the secret, which are"
                    + " hidden everywhere else: HandshakeRequest.getHeaders, UpgradeRequest.getHeaders and Spring's"
                    + " WebSocketSession.getHandshakeHeaders. Use Jetty 12.1, or let no endpoint read, log or pass"
                    + " on those headers; getUserPrincipal tells the user";

    private JettyHandshakes() {}

    /** The warning, if the container is Jetty 12.0 with its classes for WebSocket. */
    static List<String> warnings(ServletContext context) {
        Class<?> type = context.getClass();
        return type.getName().startsWith("org.eclipse.jetty.") && showsHeaders(type.getClassLoader())
                ? List.of(WARNING)
                : List.of();
    }

    private static boolean showsHeaders(ClassLoader jetty) {
        try {
            Class.forName("org.eclipse.jetty.websocket.core.server.WebSocketMappings", false, jetty);
            Object version = Class.forName("org.eclipse.jetty.util.Jetty", true, jetty)
                    .getField("VERSION")
                    .get(null);
            return String.valueOf(version).startsWith("12.0.");
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}

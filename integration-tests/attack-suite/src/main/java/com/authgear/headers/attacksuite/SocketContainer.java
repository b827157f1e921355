package com.authgear.headers.attacksuite;

import com.authgear.headers.servlet.AuthgearHeadersFilter;
import jakarta.servlet.ServletContextListener;
import java.util.List;

/** One servlet container with its support for WebSocket, found by {@link java.util.ServiceLoader}. */
public interface SocketContainer {
    /**
     * Starts it on a free port of 127.0.0.1.
     *
     * @param filter of the library
     * @param way how to register that
     * @param endpoints a listener of the descriptor, which adds the endpoints of {@code jakarta.websocket}
     */
    Running start(AuthgearHeadersFilter filter, Registering way, ServletContextListener endpoints) throws Exception;

    /** Whether endpoints of {@code jakarta.websocket} can be added to a running application. */
    default boolean addsLate() {
        return true;
    }

    /** A started container. */
    interface Running extends RunningContainer {
        /** The paths of endpoints of the container's own kind, beside those of {@code jakarta.websocket}. */
        default List<String> ownPaths() {
            return List.of();
        }

        /** Adds an endpoint of its own kind to the running application; returns its path, or none. */
        default List<String> addLate() throws Exception {
            return List.of();
        }

        /**
         * The names of classes of all that sees a request of the application before the filter: filters whose mappings
         * stand ahead, and handlers or valves of this context.
         */
        List<String> ahead();
    }
}

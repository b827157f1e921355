package com.authgear.headers.resolverstub;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/**
 * A server on 127.0.0.1 that answers as the Authgear resolver does, for a table of users.
 *
 * <p>For examples and tests. It is no security product: the name of a user is that user's token, and the login page
 * asks for no password. Thread-safe.
 *
 * <p>It answers {@code /resolve}, {@code /_resolver/resolve} and {@code /healthz} as the real one does, and adds
 * {@code /login} and {@code /logout}.
 */
public final class ResolverStub implements AutoCloseable {
    private final Server server;
    private final ServerConnector connector;
    private final RecentRequests recent = new RecentRequests();
    private volatile Fault fault = Fault.Simple.NONE;

    private ResolverStub(int port, Settings settings) {
        server = JettyServers.create();
        connector = JettyServers.loopback(server, port);
        server.setHandler(new Router(StubRoutes.of(settings, () -> fault), recent));
    }

    /** {@return a builder with the default users, any free port, and every switch off} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts to listen.
     *
     * @return this
     * @throws IOException if the port cannot be had
     */
    public ResolverStub start() throws IOException {
        try {
            server.start();
            return this;
        } catch (IOException e) {
            close();
            throw new IOException("cannot listen on 127.0.0.1:" + connector.getPort() + ": " + reason(e), e);
        } catch (Exception e) {
            close();
            throw new IllegalStateException("the server did not start", e);
        }
    }

    private static @Nullable String reason(IOException e) {
        return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
    }

    /**
     * The port it listens on.
     *
     * @return the port
     * @throws IllegalStateException if it does not listen
     */
    public int port() {
        int port = connector.getLocalPort();
        if (port <= 0) {
            throw new IllegalStateException("the stub is not started");
        }
        return port;
    }

    /**
     * Its address, without a path.
     *
     * @return such as {@code http://127.0.0.1:8082}
     * @throws IllegalStateException if it does not listen
     */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /**
     * Makes the resolver's paths misbehave from the next request on.
     *
     * @param newFault how; {@link Fault.Simple#NONE} ends it
     */
    public void fault(Fault newFault) {
        fault = Objects.requireNonNull(newFault, "newFault");
    }

    /**
     * An access token in the form of a JWT, for half an hour. It counts only where the request is seen to be for the same
     * origin, as at the real one: with a proxy that says https to the client and nothing to the resolver, it does not.
     *
     * <p>Its claims are {@code aud}, {@code exp} and {@code jti}, the user's name in the table; it is signed with HS256 and
     * the key {@code resolver-stub-which-is-no-secret}.
     *
     * @param user the name of a user
     * @param audience scheme and host of the project, such as {@code https://auth.example.com}
     * @return the token
     */
    public static String jwt(String user, String audience) {
        return Jwt.of(user, audience, Instant.now().plus(Duration.ofMinutes(30)));
    }

    /** {@return the last 100 requests, whatever their path, oldest first} */
    public List<RecordedRequest> requests() {
        return recent.list();
    }

    /** Stops; requests that have no answer yet lose their connection. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server did not stop", e);
        }
    }

    /** Waits until somebody closes it. */
    void join() throws InterruptedException {
        server.join();
    }

    /** Collects the switches of a stub. Not thread-safe. */
    public static final class Builder {
        private int port;
        private @Nullable UserTable users;
        private SessionCookie cookie = SessionCookie.DEFAULT;
        private @Nullable String host;
        private boolean trustProxy;
        private boolean amr;
        private boolean legacyInvalidBearer;
        private boolean legacyAcr;

        private Builder() {}

        /**
         * The port of 127.0.0.1 to listen on.
         *
         * @param value up to 65535; 0 for any free one
         * @return this
         * @throws IllegalArgumentException if it is no port
         */
        public Builder port(int value) {
            if (value < 0 || value > 65_535) {
                throw new IllegalArgumentException("port must be 0 to 65535");
            }
            port = value;
            return this;
        }

        /**
         * Whom it knows.
         *
         * @param value the users
         * @return this
         */
        public Builder users(UserTable value) {
            users = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * What the names of the cookies start with, as {@code http.cookie_prefix} of a project does.
         *
         * @param value empty, or characters of {@code A-Za-z0-9_.-}
         * @return this
         * @throws IllegalArgumentException if it is not of that form
         */
        public Builder cookiePrefix(String value) {
            cookie = new SessionCookie(value, cookie.domain());
            return this;
        }

        /**
         * The {@code Domain} of the session cookie, as {@code http.cookie_domain} of a project is; empty for none.
         *
         * @param value empty, or characters of {@code A-Za-z0-9_.-}
         * @return this
         * @throws IllegalArgumentException if it is not of that form
         */
        public Builder cookieDomain(String value) {
            cookie = new SessionCookie(cookie.prefix(), value);
            return this;
        }

        /**
         * The only host, without a port, for which it answers; any other gets 404. Without it every host is answered.
         *
         * @param value a host; compared case-sensitively, as Authgear does
         * @return this
         */
        public Builder host(String value) {
            host = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * Whether {@code X-Forwarded-Host}, {@code X-Original-Host}, {@code X-Forwarded-Proto} and
         * {@code X-Original-Proto} are believed, as with the setting {@code TRUST_PROXY} of Authgear.
         *
         * @param value the switch
         * @return this
         */
        public Builder trustProxy(boolean value) {
            trustProxy = value;
            return this;
        }

        /**
         * Whether {@code X-Authgear-Session-Amr} tells the methods of the table. No server that was released so far does:
         * the header is there, and empty.
         *
         * @param value the switch
         * @return this
         */
        public Builder amr(boolean value) {
            amr = value;
            return this;
        }

        /**
         * Whether a bad access token is an invalid session, as it was before 2024-07-24, and not none.
         *
         * @param value the switch
         * @return this
         */
        public Builder legacyInvalidBearer(boolean value) {
            legacyInvalidBearer = value;
            return this;
        }

        /**
         * Whether {@code X-Authgear-Session-Acr} is written, as it was before 2021-06-28.
         *
         * @param value the switch
         * @return this
         */
        public Builder legacyAcr(boolean value) {
            legacyAcr = value;
            return this;
        }

        /** {@return a stub that is not started yet} */
        public ResolverStub build() {
            UserTable known = users == null ? UserTable.defaults() : users;
            return new ResolverStub(
                    port, new Settings(known, cookie, host, trustProxy, amr, legacyInvalidBearer, legacyAcr));
        }
    }
}

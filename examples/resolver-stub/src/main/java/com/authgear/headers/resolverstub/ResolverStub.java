package com.authgear.headers.resolverstub;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
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
 * {@code /login} and {@code /logout}. Browsers of a {@link Builder#client client} log in at {@code /oauth2/authorize} and
 * out at {@code /oauth2/end_session} as at the real one.
 */
public final class ResolverStub implements AutoCloseable {
    private final Server server;
    private final ServerConnector connector;
    private final RecentRequests recent = new RecentRequests();
    private final Map<String, Client> clients;
    private final UserTable users;
    private final Logins logins;
    private volatile Fault fault = Fault.Simple.NONE;

    private ResolverStub(int port, Settings settings, Map<String, Client> clients) {
        this.clients = new ConcurrentHashMap<>(clients);
        users = settings.users();
        logins = new Logins(users);
        server = JettyServers.create();
        connector = JettyServers.loopback(server, port);
        server.setHandler(new Router(StubRoutes.of(settings, this.clients, logins, () -> fault), recent));
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

    /**
     * An ID token, for {@code id_token_hint}: it serves for a re-authentication for 300 seconds, and only if its scopes have
     * {@code https://authgear.com/scopes/full-access}. It is no session.
     *
     * <p>Its subject is the user's name in the table, its audience the client; the scopes stand in it, separated by blanks.
     * It is signed as {@link #jwt} is.
     *
     * @param user the name of a user
     * @param clientId the client for which it was made
     * @param scopes those of the login
     * @return the token
     */
    public static String idToken(String user, String clientId, Collection<String> scopes) {
        return IdTokenHint.idToken(user, clientId, scopes, Instant.now());
    }

    /**
     * Registers an application, or replaces the one of that id, also while the stub runs: an application may learn its port
     * after the stub has started.
     *
     * @param id its {@code client_id}
     * @param redirectUris what it may send as {@code redirect_uri}; compared character by character
     * @param postLogoutUris what it may send as {@code post_logout_redirect_uri}; compared likewise
     * @throws IllegalArgumentException if the id is empty, or a URI is not an http or https one of a host
     */
    public void client(String id, List<String> redirectUris, List<String> postLogoutUris) {
        clients.put(id, new Client(id, redirectUris, postLogoutUris));
    }

    /**
     * What a re-authentication with a password does: every session of the user is younger under the same token and cookie,
     * and its methods are replaced by {@code pwd} and {@code x_primary_password}.
     *
     * @param user the name of a user
     * @throws IllegalArgumentException if there is no such user
     */
    public void reauthenticate(String user) {
        @Nullable StubUser known = users.find(user);
        if (known == null) {
            throw new IllegalArgumentException("there is no such user: " + user);
        }
        logins.reauthenticate(known);
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
        private final Map<String, Client> clients = new LinkedHashMap<>();
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
         * An application whose browsers log in and out here. Without one, none can.
         *
         * @param id its {@code client_id}
         * @param redirectUris what it may send as {@code redirect_uri}; compared character by character
         * @param postLogoutUris what it may send as {@code post_logout_redirect_uri}; compared likewise
         * @return this
         * @throws IllegalArgumentException if the id is empty, or a URI is not an http or https one of a host
         */
        public Builder client(String id, List<String> redirectUris, List<String> postLogoutUris) {
            clients.put(id, new Client(id, redirectUris, postLogoutUris));
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
                    port, new Settings(known, cookie, host, trustProxy, amr, legacyInvalidBearer, legacyAcr), clients);
        }
    }
}

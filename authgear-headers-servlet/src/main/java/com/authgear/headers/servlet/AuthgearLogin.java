package com.authgear.headers.servlet;

import com.authgear.headers.ProxyTrust;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sends browsers to the login page of Authgear and back, for applications whose users have the session cookie. Given to
 * a filter by {@link IdentityOptions#login}; without it every client gets the 401.
 *
 * <p>A navigation to a page that requires a user, without a valid session, is redirected to Authgear, and comes back to
 * that page; a form post comes back to the page of the form, and its body is lost. A user whose login is too old for a
 * step-up rule is redirected too; the same user must come back, with a newer login. A navigation is a GET or POST that
 * a browser marks as such (W3C Fetch Metadata), or without these marks one that accepts {@code text/html}. Requests
 * with a bearer token, requests of scripts, and refused headers keep the 401.
 *
 * <p>The filter answers three addresses itself. {@value #LOGIN_PATH} starts a login and comes back to the path in its
 * parameter {@code return_to}, which is without the context path; with {@code step_up=true} and a valid session, user
 * and time are compared. {@value #CALLBACK_PATH} is where Authgear sends the browser. {@value #LOGOUT_PATH} ends the
 * session when it is posted to. {@link AuthgearIdentityFilter} leaves logout to its framework, which calls
 * {@link AuthgearRequests#logout}. An embedded Tomcat calls filters only for paths of a servlet: map one to {@code /}.
 *
 * <p>It requires that the browser sends Authgear's cookie to the application: a custom domain, whose
 * {@code http.cookie_domain} covers both hosts. At Authgear the client must have the callback as redirect URI and the
 * base URL with a slash as post-logout redirect URI; the log of the start names both. Nothing is stored on the server:
 * the browser keeps one signed cookie for each login that has begun, for 30 minutes. It does <em>not</em> notice that
 * another user has logged in between two requests: only a step-up compares users. Immutable and thread-safe.
 */
public final class AuthgearLogin {
    static final String LOGIN_PATH = "/authgear/login";
    static final String CALLBACK_PATH = "/authgear/callback";
    static final String LOGOUT_PATH = "/authgear/logout";

    private static final int MAX_CLIENT_ID = 256;

    private final URI endpoint;
    private final String clientId;
    private final URI baseUrl;
    private final @Nullable ProxyTrust signing;
    private final boolean logoutByGet;

    private AuthgearLogin(Builder builder) {
        endpoint = builder.endpoint;
        clientId = builder.clientId;
        baseUrl = builder.baseUrl;
        signing = builder.signing;
        logoutByGet = builder.logoutByGet;
    }

    /**
     * Starts a login.
     *
     * @param endpoint the public origin of the Authgear project, such as {@code https://auth.example.com}
     * @param clientId the id of the application at Authgear
     * @param baseUrl where browsers find this application, its context path included, such as
     *     {@code https://www.example.com/shop}; the {@code Host} header of a request is never used instead
     * @return a builder
     * @throws IllegalArgumentException if a value is not of that form
     */
    public static Builder builder(URI endpoint, String clientId, URI baseUrl) {
        return new Builder(endpoint, clientId, baseUrl);
    }

    /** The base URL without a slash at the end. */
    String baseUrl() {
        return baseUrl.toString();
    }

    /** The base URL as a browser writes it in {@code Origin}. */
    String origin() {
        return baseUrl.resolve("/").toString().replaceFirst("/$", "");
    }

    boolean isHttps() {
        return baseUrl.getScheme().equals("https");
    }

    boolean logoutByGet() {
        return logoutByGet;
    }

    /** The URL of the login. It always shows the form, because an existing session at Authgear was not enough. */
    String authorizationUrl(String state) {
        return endpoint + "/oauth2/authorize?client_id=" + encoded(clientId) + "&redirect_uri="
                + encoded(baseUrl + CALLBACK_PATH)
                + "&response_type=none&scope=openid&x_sso_enabled=true&prompt=login&x_page=login&state=" + state;
    }

    String endSessionUrl() {
        return endpoint + "/oauth2/end_session?post_logout_redirect_uri=" + encoded(baseUrl + "/");
    }

    /** The trust whose secrets sign: the builder's, else that of the filter. */
    ProxyTrust signing(ProxyTrust trust) {
        return signing == null ? trust : signing;
    }

    /** For the log of the start. */
    @Override
    public String toString() {
        return "AuthgearLogin[client " + clientId + " of " + endpoint + ", redirect URI " + baseUrl + CALLBACK_PATH
                + ", post-logout redirect URI " + baseUrl + "/, cookie of a domain that covers " + baseUrl.getHost()
                + "]";
    }

    /** Mistakes that can be seen in the addresses, one line each. */
    List<String> startupWarnings() {
        List<String> warnings = new ArrayList<>();
        if (!shareDomain(endpoint.getHost(), baseUrl.getHost())) {
            warnings.add("Browsers do not send the session cookie of " + endpoint.getHost() + " to "
                    + baseUrl.getHost() + ", so that every login ends without a session: give the Authgear project a"
                    + " custom domain beside this application, and set its http.cookie_domain to the domain of both.");
        }
        if (endpoint.getScheme().equals("https")
                && !isHttps()
                && !baseUrl.getHost().equals("localhost")) {
            warnings.add("The session cookie of " + endpoint + " is Secure, and browsers do not send it to " + baseUrl
                    + ": use https for the base URL.");
        }
        return warnings;
    }

    /** Whether a cookie can be for both hosts. It does not know public suffixes, such as {@code co.uk}. */
    private static boolean shareDomain(String one, String other) {
        return one.equals(other) || (!isAddress(one) && domain(one).equals(domain(other)));
    }

    private static boolean isAddress(String host) {
        return host.endsWith("]") || Character.isDigit(host.charAt(host.length() - 1));
    }

    /** The last two labels; of a host with one label, the host. */
    private static String domain(String host) {
        int last = host.lastIndexOf('.');
        return host.substring(host.lastIndexOf('.', last - 1) + 1);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Options of the login. Not thread-safe. */
    public static final class Builder {
        private final URI endpoint;
        private final String clientId;
        private final URI baseUrl;
        private @Nullable ProxyTrust signing;
        private boolean logoutByGet;

        private Builder(URI endpoint, String clientId, URI baseUrl) {
            this.endpoint = address("endpoint", endpoint);
            this.clientId = clientId;
            this.baseUrl = address("baseUrl", baseUrl);
            if (!this.endpoint.getPath().isEmpty()) {
                throw new IllegalArgumentException("endpoint must be an origin, without a path");
            }
            if (clientId.isEmpty()
                    || clientId.length() > MAX_CLIENT_ID
                    || !clientId.chars().allMatch(c -> c > ' ' && c <= '~')) {
                throw new IllegalArgumentException("clientId must be visible ASCII without blanks");
            }
        }

        /**
         * What signs the cookies of logins that have begun, on all nodes of the application alike. Needed only where
         * the filter has no shared secret, which signs them otherwise.
         *
         * @param values one key, or two while it is being changed, of the form of
         *     {@link ProxyTrust#sharedSecret(String...)}; the first signs
         * @return this
         * @throws IllegalArgumentException if they are not of that form; the message contains no key
         */
        public Builder signingKey(String... values) {
            signing = ProxyTrust.sharedSecret(values);
            return this;
        }

        /**
         * As {@link #signingKey}, from an environment variable that holds one or two keys separated by white space.
         *
         * @param variable its name
         * @return this
         * @throws IllegalArgumentException if it is unset or holds no proper key
         */
        public Builder signingKeyEnvironment(String variable) {
            signing = ProxyTrust.sharedSecretEnvironment(variable);
            return this;
        }

        /**
         * Whether a GET of {@value AuthgearLogin#LOGOUT_PATH} logs out, too. Off by default: every page of another site
         * could then log users out. Has no effect where a framework does the logout.
         *
         * @param value true for links to the logout
         * @return this
         */
        public Builder logoutByGet(boolean value) {
            logoutByGet = value;
            return this;
        }

        /** {@return the login} */
        public AuthgearLogin build() {
            return new AuthgearLogin(this);
        }

        /** Checks an address and writes it as browsers do: in lower case, without a default port or a last slash. */
        private static URI address(String name, URI value) {
            String scheme = Objects.requireNonNullElse(value.getScheme(), "").toLowerCase(Locale.ROOT);
            String host = value.getHost();
            String path = Objects.requireNonNullElse(value.getRawPath(), "").replaceFirst("/$", "");
            if (!Arrays.asList("http", "https").contains(scheme)
                    || host == null
                    || value.getRawUserInfo() != null
                    || value.getRawQuery() != null
                    || value.getRawFragment() != null
                    || !(path.isEmpty() || (Navigation.isPath(path) && !path.endsWith("/")))) {
                throw new IllegalArgumentException(name + " must be an address such as https://www.example.com");
            }
            boolean hasPort = value.getPort() >= 0 && value.getPort() != (scheme.equals("https") ? 443 : 80);
            String port = hasPort ? ":" + value.getPort() : "";
            return URI.create(scheme + "://" + host.toLowerCase(Locale.ROOT) + port + path);
        }
    }
}

package com.authgear.headers.servlet;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.ProxyTrust;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sends browsers to the login and receives them again. Each login that has begun is a signed cookie. Thread-safe. */
final class LoginFlow {
    private static final Duration LIFETIME = Duration.ofMinutes(30);
    private static final Duration RETURNED_LIFETIME = Duration.ofSeconds(30);
    private static final int MAX_STATES = 5;
    /** Of all state cookies together: many servers refuse a header line of 8 KiB. */
    private static final int MAX_CHARACTERS = 3_072;

    private static final int NONCE_BYTES = 16;
    private static final Pattern NONCE = Pattern.compile("[\\w-]{22}");
    /** In one answer, whose header lines are limited too. */
    private static final int MAX_DELETIONS = 20;

    private static final String STEP_UP = "?step_up=true";
    /** What browsers say of a request that no other site has caused (W3C Fetch Metadata, section 2.4). */
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private final AuthgearLogin login;
    private final ProxyTrust signing;
    private final Clock clock;
    private final Consumer<HttpServletRequest> withoutSession;
    private final SecureRandom random = new SecureRandom();
    /** Before the nonce in the name of a state's cookie. */
    private final String statePrefix;
    /** The cookie of a browser that has come back just now: it is not sent to the login a second time. */
    private final String returnedName;

    private final String attributes;

    LoginFlow(AuthgearLogin login, ProxyTrust trust, Clock clock, Consumer<HttpServletRequest> withoutSession) {
        this.login = login;
        this.clock = clock;
        this.withoutSession = withoutSession;
        signing = login.signing(trust);
        if (signing.messageAuthenticationCodes("").isEmpty()) {
            throw new IllegalArgumentException("a login without a shared secret needs a signingKey, the same on all"
                    + " nodes; make one with: openssl rand -hex 32");
        }
        // The prefix keeps other hosts of the domain from setting the cookie (RFC 6265bis, section 4.1.3.2).
        String host = login.isHttps() ? "__Host-" : "";
        statePrefix = host + "authgear-login-";
        returnedName = host + "authgear-returned";
        attributes = "; Path=/; HttpOnly; SameSite=Lax" + (login.isHttps() ? "; Secure" : "");
    }

    /** The address that starts a login, for clients that follow no redirect. */
    String loginAddress() {
        return login.baseUrl() + AuthgearLogin.LOGIN_PATH;
    }

    /** The same for a user whose login is too old. */
    String stepUpAddress() {
        return loginAddress() + STEP_UP;
    }

    AuthgearLogin options() {
        return login;
    }

    /** The answer to a navigation without a session; null for other requests. */
    UnreadBody.@Nullable Answer toLogin(HttpServletRequest request, HttpServletResponse response) {
        return Navigation.matches(request) ? send(request, response, null, LoginPage.NO_SESSION) : null;
    }

    /** The answer to a navigation of a user whose login is too old; null for other requests. */
    UnreadBody.@Nullable Answer toStepUp(
            HttpServletRequest request, HttpServletResponse response, AuthgearPrincipal user) {
        return Navigation.matches(request) ? send(request, response, user, LoginPage.NOT_RENEWED) : null;
    }

    /** The answer at an address of the login; null for other requests. */
    UnreadBody.@Nullable Answer own(
            Decision decision, HttpServletRequest request, HttpServletResponse response, boolean logout) {
        boolean first = request.getDispatcherType() == DispatcherType.REQUEST;
        String path = first && decision.refusal() == null ? Navigation.sentPath(request) : null;
        boolean get = request.getMethod().equals("GET");
        if (AuthgearLogin.CALLBACK_PATH.equals(path) && get) {
            return () -> comeBack(decision, request, response);
        }
        if (AuthgearLogin.LOGIN_PATH.equals(path) && get && Navigation.matches(request)) {
            boolean stepUp = "true".equals(request.getParameter("step_up"));
            AuthgearPrincipal user =
                    stepUp ? decision.session().authenticatedPrincipal().orElse(null) : null;
            LoginState state = LoginState.of(Navigation.checked(request.getParameter("return_to")), newExpiry(), user);
            return () -> begin(request, response, state);
        }
        boolean posted =
                request.getMethod().equals("POST") || (get && login.logoutByGet() && Navigation.matches(request));
        if (logout && AuthgearLogin.LOGOUT_PATH.equals(path) && posted) {
            return () -> {
                if (get || isOwnSite(request)) {
                    logout(request, response);
                } else {
                    ProblemAnswer.forbidden("cross_site_logout").send(request, response);
                }
            };
        }
        return null;
    }

    /** Ends the session at Authgear, and forgets the logins that have begun. */
    void logout(HttpServletRequest request, HttpServletResponse response) {
        cookies(request).stream().limit(MAX_DELETIONS).forEach(cookie -> delete(response, cookie.getName()));
        redirect(response, HttpServletResponse.SC_SEE_OTHER, login.endSessionUrl());
    }

    /**
     * Sends the browser to the login.
     *
     * @param user who must come back with a newer login, or null for any user
     * @param returned the page shown, instead of a second redirect, to a browser that has just come back
     */
    private UnreadBody.Answer send(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable AuthgearPrincipal user,
            LoginPage returned) {
        String path = Navigation.path(request, login.baseUrl());
        if (cookies(request).stream().anyMatch(cookie -> cookie.getName().equals(returnedName))) {
            return () -> {
                delete(response, returnedName);
                returned.send(response, login.baseUrl() + path);
            };
        }
        LoginState state = LoginState.of(path, newExpiry(), user);
        return () -> begin(request, response, state);
    }

    private void begin(HttpServletRequest request, HttpServletResponse response, LoginState state) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        String name = statePrefix + nonce;
        String value = state.signed(name, signing);
        deleteOldest(request, response, MAX_CHARACTERS - name.length() - value.length());
        set(response, name, value, LIFETIME);
        int status =
                request.getMethod().equals("GET") ? HttpServletResponse.SC_FOUND : HttpServletResponse.SC_SEE_OTHER;
        redirect(response, status, login.authorizationUrl(nonce));
    }

    /**
     * Answers the callback: compares it with the cookie of its state. Where they differ it shows a page that links to
     * the page that was asked for, whose rules then start a new login.
     */
    private void comeBack(Decision decision, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String name = statePrefix + request.getParameter("state");
        LoginState state = cookies(request).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .map(this::read)
                .orElse(null);
        String address = login.baseUrl() + (state == null ? "/" : Navigation.checked(state.path()));
        if (state != null) {
            delete(response, name);
        }
        LoginPage wrong = fault(decision, state, request);
        if (wrong != null) {
            // The page of one user is not for another: it may be a link that does something.
            wrong.send(response, wrong.equals(LoginPage.OTHER_USER) ? login.baseUrl() + "/" : address);
            return;
        }
        if (state != null) {
            set(response, returnedName, "1", RETURNED_LIFETIME);
        }
        redirect(response, HttpServletResponse.SC_FOUND, address);
    }

    private @Nullable LoginPage fault(Decision decision, @Nullable LoginState state, HttpServletRequest request) {
        AuthgearPrincipal user = decision.session().authenticatedPrincipal().orElse(null);
        if (state == null) {
            return user == null ? LoginPage.NO_SESSION : null;
        }
        if (request.getParameter("error") != null) {
            return LoginPage.NOT_COMPLETED;
        }
        if (user == null) {
            withoutSession.accept(request);
            return LoginPage.NO_SESSION;
        }
        if (!state.isUser(user)) {
            return LoginPage.OTHER_USER;
        }
        return state.isRenewed(user) ? null : LoginPage.NOT_RENEWED;
    }

    /** Whether a page of this application has caused the request; older browsers name the origin alone. */
    private boolean isOwnSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null ? login.origin().equals(request.getHeader("Origin")) : OWN_SITE.contains(site);
    }

    private long newExpiry() {
        return clock.instant().plus(LIFETIME).getEpochSecond();
    }

    private @Nullable LoginState read(Cookie cookie) {
        return LoginState.read(cookie.getName(), cookie.getValue(), signing, clock.instant());
    }

    /** Deletes all but the newest that fit beside a new one. */
    private void deleteOldest(HttpServletRequest request, HttpServletResponse response, int characters) {
        // Each is read once: its code costs more than all the rest.
        List<Cookie> newestFirst = cookies(request).stream()
                .filter(cookie -> isState(cookie.getName()))
                .map(cookie -> Map.entry(cookie, expires(cookie)))
                .sorted(Map.Entry.<Cookie, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
        int left = characters;
        for (int i = 0; i < Math.min(newestFirst.size(), MAX_DELETIONS); i++) {
            Cookie cookie = newestFirst.get(i);
            left -= cookie.getName().length() + cookie.getValue().length();
            if (i >= MAX_STATES - 1 || left < 0) {
                delete(response, cookie.getName());
            }
        }
    }

    private long expires(Cookie cookie) {
        LoginState state = read(cookie);
        return state == null ? 0 : state.expires();
    }

    /** The cookies of this class, by names that can stand in an answer. */
    private List<Cookie> cookies(HttpServletRequest request) {
        Cookie @Nullable [] all = request.getCookies();
        return Stream.ofNullable(all)
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(returnedName) || isState(cookie.getName()))
                .toList();
    }

    private boolean isState(String name) {
        return name.startsWith(statePrefix)
                && NONCE.matcher(name.substring(statePrefix.length())).matches();
    }

    private void set(HttpServletResponse response, String name, String value, Duration lifetime) {
        response.addHeader("Set-Cookie", name + "=" + value + "; Max-Age=" + lifetime.toSeconds() + attributes);
    }

    private void delete(HttpServletResponse response, String name) {
        set(response, name, "", Duration.ZERO);
    }

    private static void redirect(HttpServletResponse response, int status, String address) {
        response.resetBuffer();
        response.setStatus(status);
        response.setHeader("Location", address);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(0);
    }
}

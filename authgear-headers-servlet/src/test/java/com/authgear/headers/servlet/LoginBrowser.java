package com.authgear.headers.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.AuthgearHeaderWriter;
import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.AuthgearSession;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A browser, which keeps cookies as browsers do (RFC 6265bis), and the proxy that adds the identity of the user who is
 * logged in.
 */
final class LoginBrowser {
    private static final String[] NAVIGATION = {"Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"};
    private static final Pattern STATE = Pattern.compile("[?&]state=([\\w-]+)$");

    private final JettyServer server;
    private final Clock clock;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, Instant> expiries = new HashMap<>();
    private @Nullable AuthgearPrincipal user;

    LoginBrowser(JettyServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    /** Those that have not expired; can be changed. */
    Map<String, String> cookies() {
        cookies.keySet().removeIf(name -> !clock.instant().isBefore(expiries.getOrDefault(name, Instant.MAX)));
        return cookies;
    }

    LoginBrowser logIn(@Nullable AuthgearPrincipal newUser) {
        user = newUser;
        return this;
    }

    /** Asks for a page. */
    RawResponse open(String target) throws IOException {
        return send(RawRequest.get(target, NAVIGATION));
    }

    /** Posts a form. */
    RawResponse post(String target, String... lines) throws IOException {
        return send(RawRequest.of("POST", target, NAVIGATION)
                .with("Content-Type: application/x-www-form-urlencoded")
                .with(lines)
                .withBody("amount=5"));
    }

    /** Comes back from Authgear with the state that an answer has sent there. */
    RawResponse comeBack(RawResponse redirect) throws IOException {
        return open("/authgear/callback?state=" + state(redirect));
    }

    RawResponse send(RawRequest request) throws IOException {
        List<String> lines = new ArrayList<>(List.of(Requests.SECRET_LINE));
        List<String> pairs = new ArrayList<>();
        cookies().forEach((name, value) -> pairs.add(name + "=" + value));
        if (user != null) {
            pairs.add("session=alive");
            AuthgearHeaderWriter.write(
                    new AuthgearSession.Valid(user), (name, value) -> lines.add(name + ": " + value));
        }
        if (!pairs.isEmpty()) {
            lines.add("Cookie: " + String.join("; ", pairs));
        }
        RawResponse response = server.client().send(request.with(lines.toArray(String[]::new)));
        response.headers("Set-Cookie").forEach(this::store);
        return response;
    }

    static String state(RawResponse redirect) {
        Matcher state = STATE.matcher(redirect.header("Location").orElseThrow());
        if (!state.find()) {
            throw new AssertionError("no state in " + redirect.header("Location"));
        }
        return state.group(1);
    }

    /** Ignores a cookie whose name begins with {@code __Host-} and that is not for the whole host, over TLS alone. */
    private void store(String cookie) {
        String[] parts = cookie.split("; ");
        List<String> attributes = List.of(parts).subList(1, parts.length);
        String name = parts[0].substring(0, parts[0].indexOf('='));
        if (name.startsWith("__Host-") && !attributes.containsAll(List.of("Secure", "Path=/"))) {
            return;
        }
        assertThat(attributes).contains("Path=/", "HttpOnly", "SameSite=Lax");
        long age = attributes.stream()
                .filter(attribute -> attribute.startsWith("Max-Age="))
                .mapToLong(attribute -> Long.parseLong(attribute.substring("Max-Age=".length())))
                .findFirst()
                .orElseThrow();
        cookies.put(name, parts[0].substring(name.length() + 1));
        expiries.put(name, clock.instant().plusSeconds(age));
    }
}

package com.authgear.headers.servlet;

import com.authgear.headers.AuthgearHeaderWriter;
import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.AuthgearSession;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A browser with its cookies, and the proxy that adds the identity of whoever is logged in. */
final class LoginBrowser {
    private static final String[] NAVIGATION = {"Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"};
    private static final Pattern STATE = Pattern.compile("[?&]state=([\\w-]+)$");

    private final JettyServer server;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private @Nullable AuthgearPrincipal user;

    LoginBrowser(JettyServer server) {
        this.server = server;
    }

    Map<String, String> cookies() {
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
        cookies.forEach((name, value) -> pairs.add(name + "=" + value));
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

    private void store(String cookie) {
        String pair = cookie.substring(0, cookie.indexOf(';'));
        String name = pair.substring(0, pair.indexOf('='));
        if (cookie.contains("Max-Age=0;")) {
            cookies.remove(name);
        } else {
            cookies.put(name, pair.substring(name.length() + 1));
        }
    }
}

package com.authgear.headers.examples.front;

import com.authgear.headers.harness.Expectation;
import com.authgear.headers.harness.Forgery;
import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import com.authgear.headers.harness.RowList;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What browsers send on the way to the login and back, and what they send if somebody meddles with it.
 *
 * @param rows the table
 * @param deployment with a login
 * @param logout the path of the logout
 */
public record LoginRows(RowList rows, Deployment deployment, String logout) {
    private static final String[] NAVIGATION = {"Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"};
    private static final String[] FETCH = {"Sec-Fetch-Mode: cors", "Sec-Fetch-Dest: empty"};
    private static final String ALICE = "Cookie: session=alice";
    private static final String ERIN = "Cookie: session=erin";
    private static final Pattern STATE = Pattern.compile(".*&state=([\\w-]{22})");
    private static final Pattern AUTHORIZATION = Pattern.compile("name=\"authorization\" value=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    public void add() {
        toTheLogin();
        back();
        stepUp();
        logOut();
        returnTo();
        atAuthgear();
    }

    private void toTheLogin() {
        get("/account?a=b", "a navigation", toLogin(302), NAVIGATION);
        get("/account", "Accept: text/html", toLogin(302), "Accept: text/html");
        get("/account", "a navigation, nine forged", toLogin(302), RowList.with(Forgery.nine(), "Accept: text/html"));
        Expectation cleared = toLogin(302).and(Expectation.clearedCookie());
        get("/account", "a navigation, Cookie: session=expired", cleared, with("Cookie: session=expired"));
        Expectation told = Expectation.unauthorized(false)
                .and(Expectation.body(
                        "login", body -> body.contains("\"login\":\"" + front("/authgear/login") + "\"")));
        get("/account", "a fetch", told, FETCH);
        rows.through("POST /transfer, a navigation", toLogin(303), post("/transfer", "amount=5", NAVIGATION));
        RawClient backend = RawClient.of(deployment.backend().port());
        rows.add(
                "straight to the backend: GET /account, a navigation, nine forged",
                Expectation.unauthorized(false),
                () -> backend.send(RawRequest.get("/account", RowList.with(Forgery.nine(), "Accept: text/html"))));
    }

    private void back() {
        back("the page that was asked for", to("/account?a=b"), "/account?a=b", ALICE);
        back("no session", page(401, "The login brought no session"), "/account", "");
        callback("no state", to("/"), "", ALICE);
        callback("a state of another browser", to("/"), "?state=" + "0".repeat(22), ALICE);
        callback("a state of one's own making", to("/"), "?state=" + "0".repeat(22), ALICE + "; " + madeUp());
        rows.add("GET /authgear/callback, a state for the second time", to("/"), () -> {
            Began login = Began.at(answer("/account", NAVIGATION));
            RawResponse first = comeBack(login, login.cookie(), ALICE);
            return comeBack(login, left(first, login.cookie()), ALICE);
        });
        rows.add("GET /authgear/callback, the path in the cookie changed", to("/"), () -> {
            Began login = Began.at(answer("/account", NAVIGATION));
            return comeBack(login, login.cookie().replaceFirst("\\.....", ".xxxx"), ALICE);
        });
    }

    private void stepUp() {
        rows.add("POST /transfer, a navigation, " + ERIN, toLogin(303), () -> transfer(ERIN));
        Expectation other = page(200, "Another user has logged in");
        rows.add("GET /authgear/callback, as another user", other, () -> {
            Began login = Began.at(transfer(ERIN));
            return comeBack(login, login.cookie(), "Cookie: session=bob");
        });
        rows.add("GET /authgear/callback, without a new login", page(403, "The login is not new"), () -> {
            Began login = Began.at(transfer(ERIN));
            return comeBack(login, login.cookie(), ERIN);
        });
    }

    private void logOut() {
        String target = deployment.resolver().uri() + "/oauth2/end_session?post_logout_redirect_uri="
                + URLEncoder.encode(front("/"), StandardCharsets.UTF_8);
        rows.add(
                "POST " + logout + ", the page's form",
                Expectation.status(303).and(location("out at Authgear", target)),
                () -> submit("/account", logout, "", ALICE));
        rows.through(
                "POST " + logout + ", another site's form",
                Expectation.status(403),
                post(logout, "", RowList.with(with(ALICE), "Sec-Fetch-Site: cross-site")));
    }

    /** The whole way, with the pages of Authgear. */
    private void atAuthgear() {
        Expectation done =
                Expectation.status(200).and(Expectation.body("done", body -> body.contains("Transferred 5")));
        rows.add("POST /transfer, " + ERIN + ", after the login that it leads to", done, () -> {
            Began login = Began.at(transfer(ERIN));
            String session = logIn(login.address(), "erin");
            RawResponse back = comeBack(login, login.cookie(), session);
            return to("/transfer").judge(back).holds() ? transfer(session) : back;
        });
        rows.add("GET /account, a navigation, after the logout that the form leads to", toLogin(302), () -> {
            String session = logIn(Began.at(answer("/account", NAVIGATION)).address(), "bob");
            RawResponse out = submit("/account", logout, "", session);
            String address = out.header("Location").orElseThrow();
            authgear(address, session, "Sec-Fetch-Site: same-site");
            return answer("/account", with(session));
        });
        Expectation refused = Expectation.status(400)
                .and(Expectation.body("a text", body -> body.contains("redirect URI is not allowed")));
        rows.add("at Authgear: another redirect URI", refused, () -> {
            String address = Began.at(answer("/account", NAVIGATION)).address();
            return authgear(address.replace("callback", "elsewhere"));
        });
    }

    /** Chooses a user on the page of Authgear; returns the line of the session's cookie. */
    private String logIn(String address, String user) throws IOException {
        Matcher authorization = AUTHORIZATION.matcher(authgear(address).body());
        if (!authorization.find()) {
            throw new IOException("no login page at " + address);
        }
        String form = "authorization=" + authorization.group(1) + "&user=" + user;
        RawResponse answer = RawClient.of(deployment.resolver().port()).send(post("/oauth2/authorize", form));
        return answer.headers("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("session="))
                .map(cookie -> "Cookie: " + cookie.split(";", 2)[0])
                .findFirst()
                .orElseThrow(() -> new IOException("no session for " + user));
    }

    private RawResponse authgear(String address, String... lines) throws IOException {
        String target = address.substring(deployment.resolver().uri().toString().length());
        return RawClient.of(deployment.resolver().port()).send(RawRequest.get(target, lines));
    }

    private void returnTo() {
        returnTo("/account", "/account");
        for (String evil : List.of(
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "https:evil.example",
                "evil.example",
                "/%2F/evil.example",
                "/account/..//evil.example",
                "/a\r\nSet-Cookie: a=b",
                "/a\tb")) {
            returnTo(evil, "/");
        }
        returnTo("/" + "a".repeat(6_000), "/");
    }

    private void returnTo(String target, String path) {
        String encoded = URLEncoder.encode(target, StandardCharsets.UTF_8);
        String shown = encoded.length() > 40 ? encoded.length() + " characters" : encoded;
        rows.add("GET /authgear/login?return_to=" + shown + ", and back", to(path), () -> {
            Began login = Began.at(answer("/authgear/login?return_to=" + encoded, NAVIGATION));
            return comeBack(login, login.cookie(), ALICE);
        });
    }

    private void back(String what, Expectation expected, String path, String session) {
        rows.add("GET /authgear/callback, " + what, expected, () -> {
            Began login = Began.at(answer(path, NAVIGATION));
            return comeBack(login, login.cookie(), session.isEmpty() ? "Cookie: a=b" : session);
        });
    }

    private void callback(String what, Expectation expected, String query, String cookies) {
        get("/authgear/callback" + query, what, expected, with(cookies));
    }

    private RawResponse comeBack(Began login, String state, String session) throws IOException {
        return answer("/authgear/callback?state=" + login.state(), with(session + "; " + state));
    }

    /** With the page's token, where it has one. */
    private RawResponse transfer(String session) throws IOException {
        return submit("/transfer", "/transfer", "amount=5", session);
    }

    private RawResponse submit(String page, String path, String body, String session) throws IOException {
        RawResponse form = answer(page, session);
        Matcher token = TOKEN.matcher(form.body());
        String field = token.find() ? "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) : "";
        String cookies = form.headers("Set-Cookie").stream()
                .map(cookie -> "; " + cookie.split(";", 2)[0])
                .reduce(session, String::concat);
        String[] lines = RowList.with(with(cookies), "Sec-Fetch-Site: same-origin");
        return client().send(post(path, body + field, RowList.with(lines, "Referer: " + front(page))));
    }

    private void get(String path, String what, Expectation expected, String... lines) {
        rows.through("GET " + path + ", " + what, expected, RawRequest.get(path, lines));
    }

    private RawResponse answer(String path, String... lines) throws IOException {
        return client().send(RawRequest.get(path, lines));
    }

    private RawClient client() {
        return rows.front();
    }

    private static RawRequest post(String path, String body, String... lines) {
        return RawRequest.of("POST", path, RowList.with(lines, "Content-Type: application/x-www-form-urlencoded"))
                .withBody(body);
    }

    private static String[] with(String line) {
        return RowList.with(NAVIGATION, line);
    }

    private String front(String path) {
        return Deployment.address(deployment.front().port()) + path;
    }

    private Expectation toLogin(int status) {
        String login = deployment.resolver().uri() + "/oauth2/authorize?client_id=example&redirect_uri="
                + URLEncoder.encode(front("/authgear/callback"), StandardCharsets.UTF_8)
                + "&response_type=none&scope=openid&x_sso_enabled=true&prompt=login&x_page=login&state=";
        return Expectation.status(status)
                .and(new Expectation(
                        "to the login",
                        answer -> STATE.matcher(answer.header("Location").orElse(""))
                                        .matches()
                                && answer.header("Location").orElse("").startsWith(login)
                                && Began.at(answer)
                                        .cookie()
                                        .contains(Began.at(answer).state())));
    }

    private Expectation to(String path) {
        return Expectation.status(302).and(location("to " + path, front(path)));
    }

    private static Expectation location(String text, String address) {
        return new Expectation(text, answer -> answer.headers("Location").equals(List.of(address)));
    }

    private static Expectation page(int status, String title) {
        return Expectation.status(status).and(Expectation.body(title, body -> body.contains("<h1>" + title + "</h1>")));
    }

    private static String madeUp() {
        return "authgear-login-" + "0".repeat(22) + "=L2FjY291bnQ";
    }

    /** The cookies that a browser has kept after an answer. */
    private static String left(RawResponse answer, String cookie) {
        String name = cookie.split("=", 2)[0];
        boolean deleted = answer.headers("Set-Cookie").stream()
                .anyMatch(line -> line.startsWith(name + "=;") && line.contains("Max-Age=0"));
        return deleted ? "a=b" : cookie;
    }

    /** A login on its way: where the browser is sent, its state, and the cookie that belongs to it. */
    private record Began(String address, String state, String cookie) {
        static Began at(RawResponse answer) {
            String address = answer.header("Location").orElse("");
            Matcher state = STATE.matcher(address);
            String cookie = answer.headers("Set-Cookie").stream()
                    .filter(line -> line.startsWith("authgear-login-"))
                    .map(line -> line.split(";", 2)[0])
                    .findFirst()
                    .orElse("");
            return new Began(address, state.matches() ? state.group(1) : "", cookie);
        }
    }
}

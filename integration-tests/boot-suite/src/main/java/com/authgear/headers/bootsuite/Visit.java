package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.util.UriUtils;

/**
 * A visit by alice's browser to one area of an application, with what must hold for every chain: only the first page
 * with a form and the first use of the application's HTTP session may set cookies, every form that was shown arrives,
 * and the HTTP session keeps its id and content.
 */
final class Visit {
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    private final Application application;
    private final String area;
    private final CookieJar jar = new CookieJar();
    private final List<String> trace = new ArrayList<>();

    /** In the area of a path such as {@code /public}, or everywhere for an empty one. */
    Visit(Application application, String area) {
        this.application = application;
        this.area = area;
    }

    /** Makes the visit; returns each answer's status and the names of the cookies that it sets. */
    List<String> run(int visits) throws IOException {
        sendAsNobody();
        String token = body(send("GET", "/token", ""), 200);
        post(token);
        post(token);
        sendNoToken();
        keepSession(visits);
        post(quiet(send("GET", "/token", ""), 200));
        post(token);
        refuseNobodyAndKeepSession();
        return trace;
    }

    private void sendAsNobody() throws IOException {
        for (String method : new String[] {"GET", "POST"}) {
            body(send(Requests.nobody(area + "/me").by(method)), 401);
            body(send(Requests.forged(ALICE, area + "/me").by(method)), 401);
        }
    }

    /** After what the page loads beside its form. */
    private void post(String token) throws IOException {
        assertThat(quiet(send("GET", "/me", ""), 200)).isEqualTo("alice");
        quiet(send("GET", "/cached", ""), 200);
        assertThat(quiet(send("POST", "/me", "_csrf=" + UriUtils.encode(token, "US-ASCII")), 200))
                .isEqualTo("alice");
    }

    private void sendNoToken() throws IOException {
        quiet(send("POST", "/me", "_csrf=0"), 403);
        quiet(send("POST", "/me", ""), 403);
        quiet(send("GET", "/nowhere", ""), 404);
    }

    /** Sets its cookie once, unless the chain has set it before. */
    private void keepSession(int visits) throws IOException {
        String id = body(send("GET", "/visits", ""), 200).split(" ", -1)[0];
        for (int i = 2; i <= visits; i++) {
            assertThat(quiet(send("GET", "/visits", ""), 200)).isEqualTo(id + " " + i);
        }
    }

    private void refuseNobodyAndKeepSession() throws IOException {
        String before = quiet(send("GET", "/visits", ""), 200);
        quiet(send(Requests.nobody(area + "/me").with(jar.line())), 401);
        quiet(send(Requests.forged(ALICE, area + "/me").with(jar.line())), 401);
        String after = quiet(send("GET", "/visits", ""), 200);
        assertThat(after.split(" ", -1)[0]).isEqualTo(before.split(" ", -1)[0]);
        assertThat(Integer.parseInt(after.split(" ", -1)[1])).isEqualTo(Integer.parseInt(before.split(" ", -1)[1]) + 1);
    }

    private RawResponse send(String method, String path, String body) throws IOException {
        RawRequest request = Requests.inBrowser(ALICE, method, area + path)
                .replacing(jar.line())
                .with(WrittenChains.TWIN_LINE);
        return send(body.isEmpty() ? request : request.with(FORM).withBody(body));
    }

    private RawResponse send(RawRequest request) throws IOException {
        RawResponse response = application.client().send(request);
        jar.take(response);
        List<String> cookies = response.headers("Set-Cookie").stream()
                .map(cookie -> cookie.split("=", 2)[0])
                .toList();
        trace.add(request.method() + " " + request.target().substring(area.length()) + ": " + response.status() + " "
                + cookies);
        return response;
    }

    private String body(RawResponse response, int status) {
        assertThat(response.status()).as(trace.toString()).isEqualTo(status);
        return response.body();
    }

    private String quiet(RawResponse response, int status) {
        assertThat(response.headers("Set-Cookie")).as(trace.toString()).isEmpty();
        return body(response, status);
    }
}

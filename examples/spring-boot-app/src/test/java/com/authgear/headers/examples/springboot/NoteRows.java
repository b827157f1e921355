package com.authgear.headers.examples.springboot;

import static com.authgear.headers.harness.RowList.bearer;

import com.authgear.headers.harness.Expectation;
import com.authgear.headers.harness.Forgery;
import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import com.authgear.headers.harness.RowList;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of the page, and what happens to whoever posts without it. */
record NoteRows(RowList rows) {
    private static final String PATH = "/api/notes";
    private static final String TEXT = "text=%3Cb%3Ehello";
    private static final String ALICE = "Cookie: session=alice";
    private static final Pattern FIELD = Pattern.compile("name=\"(_csrf)\" value=\"([^\"]+)\"");

    void add() {
        Expectation kept = Expectation.status(200)
                .and(Expectation.body("alice's note", "{\"user\":\"alice\",\"text\":\"<b>hello\"}"::equals));
        row(ALICE + ", no token", Expectation.status(403), post(TEXT, ALICE));
        rows.add("POST /api/notes, " + ALICE + ", another token", Expectation.status(403), () -> {
            Form form = Form.of(rows.front());
            return rows.front().send(post(TEXT + "&_csrf=0", ALICE + "; " + form.cookie()));
        });
        rows.add("POST /api/notes, " + ALICE + ", the page's token", kept, () -> send(TEXT));
        rows.add("POST /api/notes, the page's form", toThePage(), () -> send(TEXT + "&from=page"));
        rows.through("GET /account, " + ALICE, escaped(), RawRequest.get("/account", ALICE));
        row("Bearer alice, no token", kept, post(TEXT, bearer("alice")));
        row("Basic beside " + ALICE, Expectation.status(403), post(TEXT, ALICE, "Authorization: Basic Ym9iOmJvYg=="));
        row("no credential", Expectation.unauthorized(false), post(TEXT));
        row("nine headers forged", Expectation.unauthorized(false), post(TEXT, Forgery.nine()));
    }

    private void row(String what, Expectation expected, RawRequest request) {
        rows.through("POST /api/notes, " + what, expected, request);
    }

    private RawResponse send(String body) throws IOException {
        Form form = Form.of(rows.front());
        return rows.front().send(post(body + "&" + form.field(), ALICE + "; " + form.cookie()));
    }

    private static RawRequest post(String body, String... lines) {
        return RawRequest.of("POST", PATH, RowList.with(lines, "Content-Type: application/x-www-form-urlencoded"))
                .withBody(body);
    }

    private static Expectation toThePage() {
        return Expectation.status(303)
                .and(new Expectation(
                        "to /account",
                        answer -> answer.header("Location").orElse("").equals("/account")));
    }

    private static Expectation escaped() {
        return Expectation.status(200)
                .and(Expectation.body(
                        "both notes, escaped", body -> body.split("<li>&lt;b&gt;hello</li>", -1).length == 3));
    }

    /** What alice's browser finds on the page and sends back. */
    private record Form(String field, String cookie) {
        static Form of(RawClient front) throws IOException {
            RawResponse page = front.send(RawRequest.get("/account", ALICE));
            Matcher field = FIELD.matcher(page.body());
            if (!field.find()) {
                throw new IOException("the page has no CSRF token");
            }
            String token = URLEncoder.encode(field.group(2), StandardCharsets.UTF_8);
            return new Form(field.group(1) + "=" + token, cookie(page));
        }

        private static String cookie(RawResponse page) throws IOException {
            return page.headers("Set-Cookie").stream()
                    .filter(value -> value.startsWith("XSRF-TOKEN="))
                    .map(value -> value.split(";", -1)[0])
                    .findFirst()
                    .orElseThrow(() -> new IOException("the page sets no CSRF cookie"));
        }
    }
}

package com.authgear.headers.resolverstub;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser at a stub, which has the cookies that are given to it, and follows nothing by itself. */
final class Visitor {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([a-z]+)\" value=\"([0-9a-f-]{36})\">");

    private final ResolverStub stub;
    private final List<String> lines;

    private Visitor(ResolverStub stub, List<String> lines) {
        this.stub = stub;
        this.lines = lines;
    }

    static Visitor at(ResolverStub stub, String... lines) {
        return new Visitor(stub, List.of(lines));
    }

    /** With the session cookie of an answer. */
    static Visitor after(ResolverStub stub, RawResponse login) {
        return at(stub, "Cookie: " + session(login));
    }

    static String session(RawResponse login) {
        return login.headers("Set-Cookie").get(0).split(";", 2)[0];
    }

    RawResponse get(String target) throws IOException {
        return Fixtures.get(stub, target, lines.toArray(String[]::new));
    }

    /** Answers the one form of a page. */
    RawResponse submit(RawResponse page, String fields) throws IOException {
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        Matcher hidden = HIDDEN.matcher(page.body());
        assertThat(hidden.find()).as(page.body()).isTrue();
        String action = page.body().replaceAll("(?s).* action=\"([^\"]*)\".*", "$1");
        return post(action, hidden.group(1) + "=" + hidden.group(2) + "&" + fields);
    }

    RawResponse post(String target, String body) throws IOException {
        RawRequest form = RawRequest.of("POST", target, lines.toArray(String[]::new))
                .with("Content-Type: application/x-www-form-urlencoded");
        return Fixtures.send(stub, form.withBody(body));
    }

    /** What the resolver says of these cookies. */
    RawResponse resolve() throws IOException {
        return get("/resolve");
    }

    String outcome() throws IOException {
        return Fixtures.outcome(resolve());
    }

    long authenticatedAt() throws IOException {
        return Long.parseLong(
                resolve().header("X-Authgear-Session-Authenticated-At").orElseThrow());
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

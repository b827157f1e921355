package com.authgear.headers.benchmarks;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;

/**
 * The header blocks that are measured. The plain one has 18 lines: nine of the resolver, the secret, and eight others.
 */
public enum HeaderBlock {
    /** A user. */
    VALID(identity("true")),
    /** No session. */
    NONE(Stream.of()),
    /** An invalid session. */
    INVALID(Stream.of(line("X-Authgear-Session-Valid", "false"))),
    /** A forgery as long as a valid identity. */
    MALFORMED(identity("TRUE")),
    /** Names in lower case, as HTTP/2 and some proxies write them. */
    LOWER_CASE(identity("true").map(line -> line(line.getLowerCaseName(), line.getValue()))),
    /** A hundred lines more. */
    FOREIGN_100(Stream.concat(foreign(100), identity("true"))),
    /** Many roles. */
    ROLES_64(identity("true").map(HeaderBlock::with64Roles));

    static final String SECRET_NAME = "X-Proxy-Secret";
    static final String SECRET = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0";

    private final String request;

    HeaderBlock(Stream<HttpField> more) {
        request = request(Stream.concat(client(), more));
    }

    /** The whole request, as a client sends it. */
    String request() {
        return request;
    }

    /** The fields as a server has them after parsing. Immutable. */
    HttpFields fields() {
        return HeaderParsing.parse(request);
    }

    static String request(Stream<HttpField> lines) {
        return lines.map(line -> line.getName() + ": " + line.getValue() + "\r\n")
                .collect(Collectors.joining("", "GET /page HTTP/1.1\r\n", "\r\n"));
    }

    static Stream<HttpField> foreign(int count) {
        return IntStream.range(0, count).mapToObj(i -> line("X-Trace-Baggage-" + i, "value-" + i));
    }

    private static Stream<HttpField> client() {
        return Stream.of(
                line("Host", "app.example.com"),
                line("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
                line("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
                line("Accept-Language", "en-GB,en;q=0.5"),
                line("Accept-Encoding", "gzip, deflate, br"),
                line("Cookie", "theme=dark; session=8f6d4c1a.Zk3vQm9Xb2Lr7Tn5Wp1Yc8Hd4Js6Gf0A; lang=en"),
                line("X-Forwarded-For", "203.0.113.7"),
                line("X-Forwarded-Proto", "https"),
                line("X-Proxy-Secret", "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0"));
    }

    private static Stream<HttpField> identity(String valid) {
        return Stream.of(
                line("X-Authgear-Session-Valid", valid),
                line("X-Authgear-User-Id", "e5b0e4a5-6f2f-4c58-9d7c-2f1f4d9a8c11"),
                line("X-Authgear-User-Anonymous", "false"),
                line("X-Authgear-User-Verified", "true"),
                line("X-Authgear-User-Can-Reauthenticate", "true"),
                line("X-Authgear-User-Roles", "editor,billing:read"),
                line("X-Authgear-Session-Acr", "urn:example:loa:2"),
                line("X-Authgear-Session-Amr", "mfa otp pwd"),
                line("X-Authgear-Session-Authenticated-At", "1763900000"));
    }

    private static HttpField with64Roles(HttpField line) {
        return line.getName().equals("X-Authgear-User-Roles")
                ? line(line.getName(), String.join(",", roles(64)))
                : line;
    }

    static List<String> roles(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "department_" + i + ":read")
                .toList();
    }

    static HttpField line(String name, String value) {
        return new HttpField(name, value);
    }
}

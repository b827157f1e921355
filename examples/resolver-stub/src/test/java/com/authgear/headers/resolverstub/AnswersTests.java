package com.authgear.headers.resolverstub;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths, methods, statuses, and every header of an answer. */
class AnswersTests {
    private static final List<String> ROUTED = List.of(
            "X-Content-Type-Options: nosniff",
            "X-Robots-Tag: noindex, nofollow",
            "Permissions-Policy: " + Recording.permissionsPolicy());

    @AutoClose
    private static final ResolverStub STUB =
            Fixtures.start(ResolverStub.builder().users(Fixtures.users()));

    @AutoClose
    private static final ResolverStub MENDED =
            Fixtures.start(ResolverStub.builder().users(Fixtures.users()).amr(true));

    private static List<String> linesOf(RawResponse response) {
        return response.lines().stream()
                .filter(line -> !line.startsWith("Date: "))
                .filter(line -> !line.startsWith("Connection: "))
                .toList();
    }

    private static List<String> routed(String... more) {
        return Stream.concat(ROUTED.stream(), List.of(more).stream()).toList();
    }

    @Test
    void aUserWithEverything() throws IOException {
        RawResponse response = Fixtures.get(MENDED, "/resolve", "Authorization: Bearer erin");
        assertThat(linesOf(response))
                .containsExactlyInAnyOrderElementsOf(routed(
                        "X-Authgear-Session-Valid: true",
                        "X-Authgear-User-Id: 0b6f2a3e-8c55-4f6e-9d8e-3d9a1c1f0a11",
                        "X-Authgear-User-Anonymous: false",
                        "X-Authgear-User-Verified: true",
                        "X-Authgear-User-Can-Reauthenticate: true",
                        "X-Authgear-Session-Amr: otp x_primary_oob_otp_email",
                        "X-Authgear-Session-Authenticated-At: 1700000000",
                        "X-Authgear-User-Roles: manager,store:clerk",
                        "Content-Length: 0"));
    }

    @Test
    void aUserWithNothing() throws IOException {
        RawResponse response = Fixtures.get(STUB, "/resolve", "Authorization: Bearer frank");
        assertThat(linesOf(response))
                .as("amr is written although it is empty, roles and time are not")
                .containsExactlyInAnyOrderElementsOf(routed(
                        "X-Authgear-Session-Valid: true",
                        "X-Authgear-User-Id: frank",
                        "X-Authgear-User-Anonymous: false",
                        "X-Authgear-User-Verified: false",
                        "X-Authgear-User-Can-Reauthenticate: false",
                        "X-Authgear-Session-Amr:",
                        "Content-Length: 0"));
    }

    /** As of every server that was released so far. */
    @Test
    void methodsAreNotTold() throws IOException {
        RawResponse response = Fixtures.get(STUB, "/resolve", "Authorization: Bearer erin");
        assertThat(response.headers("X-Authgear-Session-Amr")).containsExactly("");
    }

    @Test
    void noSession() throws IOException {
        RawResponse response = Fixtures.get(STUB, "/resolve");
        assertThat(response.status()).isEqualTo(200);
        assertThat(linesOf(response)).containsExactlyInAnyOrderElementsOf(routed("Content-Length: 0"));
    }

    @Test
    void invalidSession() throws IOException {
        RawResponse response = Fixtures.get(STUB, "/resolve", "Cookie: session=gone");
        assertThat(response.status()).isEqualTo(200);
        assertThat(linesOf(response))
                .containsExactlyInAnyOrderElementsOf(routed(
                        "X-Authgear-Session-Valid: false", "Set-Cookie: " + Fixtures.CLEARED, "Content-Length: 0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/resolve",
                "/_resolver/resolve",
                "/resolve?",
                "/resolve?x_authgear=%zz",
                "/_resolver/resolve?token=dave",
                "/%72esolve"
            })
    void theResolversPaths(String target) throws IOException {
        for (String method : List.of("GET", "HEAD")) {
            RawResponse response = Fixtures.send(STUB, RawRequest.of(method, target, "Authorization: Bearer frank"));
            assertThat(Fixtures.outcome(response)).as(method).isEqualTo("frank");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST    | /resolve           | GET, HEAD, OPTIONS
            PUT     | /_resolver/resolve | GET, HEAD, OPTIONS
            DELETE  | /resolve?x=1       | GET, HEAD, OPTIONS
            OPTIONS | /resolve           | GET, HEAD, OPTIONS
            PATCH   | /resolve           | GET, HEAD, OPTIONS
            BREW    | /resolve           | GET, HEAD, OPTIONS
            POST    | /healthz           | GET, OPTIONS
            PUT     | /login             | GET, HEAD, OPTIONS, POST
            GET     | /logout            | OPTIONS, POST
            PUT     | /oauth2/authorize  | GET, HEAD, OPTIONS, POST
            PUT     | /oauth2/end_session | GET, HEAD, OPTIONS, POST
            """)
    void otherMethods(String method, String target, String allow) throws IOException {
        RawResponse response = Fixtures.send(STUB, RawRequest.of(method, target, "Authorization: Bearer frank"));
        assertThat(response.status()).isEqualTo(405);
        assertThat(response.body()).isEqualTo("Method Not Allowed\n");
        assertThat(linesOf(response))
                .containsExactlyInAnyOrder(
                        "Content-Type: text/plain; charset=utf-8",
                        "X-Content-Type-Options: nosniff",
                        "Allow: " + allow,
                        "Content-Length: 19");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /_resolver/resolve/      | /_resolver/resolve
            /RESOLVE                 | /resolve
            /_Resolver/Resolve/      | /_resolver/resolve
            /_resolver//resolve      | /_resolver/resolve
            //resolve                | /resolve
            /x/../resolve            | /resolve
            /./resolve//             | /resolve
            /RESOLVE?a=b&c=%20       | /resolve?a=b&c=%20
            """)
    void almostThePath(String target, String location) throws IOException {
        assertRedirect(RawRequest.get(target), 301, location);
        assertRedirect(RawRequest.of("HEAD", target), 307, location);
        assertNotFound(RawRequest.of("POST", target));
    }

    private static void assertRedirect(RawRequest request, int status, String location) throws IOException {
        RawResponse response = Fixtures.send(STUB, request.with("Authorization: Bearer frank"));
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.headers("Location")).containsExactly(location);
        assertThat(response.header("X-Authgear-User-Id")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/_resolver/resolve/foo", "/resolve;x", "/_resolver", "/x", "/resolve#x", "/resolve?a#x"})
    void otherPaths(String target) throws IOException {
        assertNotFound(RawRequest.get(target));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/resolve%zz", "/../resolve"})
    void noPathAtAll(String target) throws IOException {
        assertThat(Fixtures.get(STUB, target, "Authorization: Bearer frank").status())
                .isEqualTo(400);
    }

    private static void assertNotFound(RawRequest request) throws IOException {
        RawResponse response = Fixtures.send(STUB, request);
        assertThat(response.status()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("404 page not found\n");
        assertThat(linesOf(response))
                .containsExactlyInAnyOrder(
                        "Content-Type: text/plain; charset=utf-8",
                        "X-Content-Type-Options: nosniff",
                        "Content-Length: 19");
    }

    @Test
    void health() throws IOException {
        RawResponse response = Fixtures.get(STUB, "/healthz");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("OK");
        assertThat(linesOf(response)).containsExactlyInAnyOrder("Content-Type: text/plain", "Content-Length: 2");
    }

    /** As Go's server by itself. */
    @Test
    void optionsOfTheServer() throws IOException {
        RawResponse response = Fixtures.send(STUB, RawRequest.of("OPTIONS", "*"));
        assertThat(response.status()).isEqualTo(200);
        assertThat(linesOf(response)).containsExactly("Content-Length: 0");
    }

    @Test
    void aBodyIsNotWaitedFor() throws IOException {
        RawResponse response = Fixtures.get(STUB, "/resolve", "Content-Length: 5", "Authorization: Bearer frank");
        assertThat(Fixtures.outcome(response)).isEqualTo("frank");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alice | false | true  | true  | mfa otp pwd x_primary_password x_secondary_totp | manager,store:clerk
            bob   | false | false | false | ''                                              |
            carol | true  | false | false | ''                                              |
            """)
    void theDefaultTable(
            String user, String anonymous, String verified, String reauthenticate, String amr, @Nullable String roles)
            throws IOException {
        long before = Instant.now().getEpochSecond();
        try (ResolverStub defaults = ResolverStub.builder().amr(true).build().start()) {
            RawResponse response = Fixtures.get(defaults, "/resolve", "Authorization: Bearer " + user);
            assertThat(response.header("X-Authgear-User-Id")).contains(user);
            String time = response.header("X-Authgear-Session-Authenticated-At").orElseThrow();
            assertThat(Long.parseLong(time)).isBetween(before, Instant.now().getEpochSecond());
            assertThat(response.header("X-Authgear-User-Anonymous")).contains(anonymous);
            assertThat(response.header("X-Authgear-User-Verified")).contains(verified);
            assertThat(response.header("X-Authgear-User-Can-Reauthenticate")).contains(reauthenticate);
            assertThat(response.header("X-Authgear-Session-Amr")).contains(amr);
            assertThat(response.header("X-Authgear-User-Roles").orElse(null)).isEqualTo(roles);
        }
    }

    /** The body of the redirect tells the same; that of HEAD is empty. */
    @Test
    void theRedirectIsEscaped() throws IOException {
        RawResponse response = Fixtures.get(STUB, "/RESOLVE?a=b&c=<d>");
        assertThat(response.header("Location")).contains("/resolve?a=b&c=<d>");
        assertThat(response.body()).isEqualTo("<a href=\"/resolve?a=b&amp;c=&lt;d&gt;\">Moved Permanently</a>.\n\n");
    }
}

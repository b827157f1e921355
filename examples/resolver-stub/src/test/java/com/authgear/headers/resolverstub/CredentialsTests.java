package com.authgear.headers.resolverstub;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.net.Socket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which credential counts, and what the bad ones lead to. Lines of a request are separated by ¶. */
class CredentialsTests {
    @AutoClose
    private static final ResolverStub STUB = Fixtures.start(ResolverStub.builder());

    @AutoClose
    private static final ResolverStub LEGACY =
            Fixtures.start(ResolverStub.builder().legacyInvalidBearer(true));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Authorization: Bearer alice                        | alice
            Authorization: bearer alice                        | alice
            Authorization: BEARER alice                        | alice
            Authorization:    Bearer alice                     | alice
            Authorization: Bearer  alice                       | none
            Authorization: Bearer\talice                       | none
            Authorization: Bearer                              | none
            Authorization: Beareralice                         | none
            Authorization: Bearer Alice                        | none
            Authorization: Bearer alice, Bearer alice          | none
            Authorization: Bearer alice x                      | none
            Authorization: Basic alice                         | none
            Authorization: DPoP alice                          | none
            Authorization: Token alice                         | none
            Authorization: alice                               | none
            Authorization: Bearer dave                         | none
            Cookie: app_access_token=dave                      | none
            Authorization: Bearer alice.token                  | alice
            Authorization: Bearer alice.session                | none
            Authorization: Bearer alice.app_session            | none
            Authorization: Bearer .token                       | none
            Cookie: app_session=alice.app_session              | alice
            Cookie: app_session=alice.session                  | none
            Cookie: app_access_token=alice.token               | alice
            Cookie: session=alice.session                      | alice
            Authorization:                                     | none
            Authorization: Bearer eyJhbGciOiJSUzI1NiJ9.e30.x   | none
            Authorization: Bearer alice¶Authorization: Bearer bob | alice
            Authorization: Basic x¶Authorization: Bearer bob   | none
            Authorization: Bearer gone¶Authorization: Bearer bob | none
            Cookie: app_session=alice                          | alice
            Cookie: app_access_token=alice                     | alice
            Cookie: session=alice                              | alice
            Cookie: app_session=gone; app_access_token=gone    | none
            Cookie: same_site_strict=alice                     | none
            Cookie: Session=alice                              | none
            Cookie: SESSION=alice; session=bob                 | bob
            Cookie: my_session=alice                           | none
            Cookie: a=b; session=alice; c                      | alice
            Cookie: a=b;session=alice                          | alice
            Cookie:  session=alice                             | alice
            Cookie: a=b¶Cookie: session=alice                  | alice
            Cookie: session="alice"                            | alice
            Cookie: session=alice; session=bob                 | alice
            Cookie: session=é; session=bob                     | bob
            Cookie: session=a"b; session=bob                   | bob
            Cookie: session=a\\b; session=bob                  | bob
            Cookie: session=é                                  | none
            Cookie: session="                                  | none
            Cookie: a="x; session=bob"                         | none
            """)
    void aloneOrAgainstItsLike(String lines, String outcome) throws IOException {
        RawResponse response = Fixtures.get(STUB, "/resolve", lines.split("¶", -1));
        assertThat(Fixtures.outcome(response)).isEqualTo(outcome);
        assertThat(response.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Authorization: Bearer alice¶Cookie: app_session=bob        | alice
            Authorization: Bearer alice¶Cookie: app_access_token=bob   | alice
            Authorization: Bearer alice¶Cookie: session=bob            | alice
            Authorization: Bearer alice¶Cookie: session=gone           | alice
            Authorization: Bearer alice¶Cookie: session=heidi          | alice
            Authorization: Bearer dave¶Cookie: session=alice           | alice
            Authorization: Bearer gone¶Cookie: session=bob             | bob
            Authorization: Basic x¶Cookie: session=bob                 | bob
            Authorization: Bearer gone¶Cookie: app_session=bob         | bob
            Cookie: session=carol; app_access_token=bob; app_session=alice | alice
            Cookie: session=carol; app_access_token=bob; app_session=gone  | bob
            Cookie: session=carol; app_access_token=gone; app_session=gone | carol
            """)
    void precedence(String lines, String outcome) throws IOException {
        RawResponse response = Fixtures.get(STUB, "/resolve", lines.split("¶", -1));
        assertThat(Fixtures.outcome(response)).isEqualTo(outcome);
        assertThat(response.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Cookie: session=gone                                       | true
            Cookie: session=                                           | true
            Cookie: session                                            | true
            Cookie: session=""                                         | true
            Cookie: session= alice                                     | true
            Cookie: session=gone; session=alice                        | true
            Cookie: session=""alice""; session=gone                    | true
            Cookie: session=dave                                       | true
            Authorization: Bearer gone¶Cookie: session=gone            | true
            Authorization: Bearer dave¶Cookie: session=dave            | true
            Authorization: Bearer heidi                                | false
            Authorization: Bearer heidi¶Cookie: session=alice          | true
            Authorization: Bearer heidi¶Cookie: app_session=alice      | false
            Cookie: app_session=heidi                                  | false
            Cookie: app_access_token=heidi; session=alice              | true
            Cookie: session=alice.token                                | true
            Cookie: session=alice.app_session                          | true
            Cookie: session=alice.session.session                      | true
            """)
    void invalid(String lines, boolean clears) throws IOException {
        RawResponse response = Fixtures.get(STUB, "/resolve", lines.split("¶", -1));
        assertThat(Fixtures.outcome(response)).isEqualTo("false");
        assertThat(response.header("Set-Cookie").isPresent()).isEqualTo(clears);
        assertThat(response.header("Set-Cookie").orElse(Fixtures.CLEARED)).isEqualTo(Fixtures.CLEARED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Authorization: Bearer gone                      | none | false
            Cookie: app_session=gone                        | none | false
            Cookie: app_access_token=gone                   | none | false
            Authorization: Bearer gone¶Cookie: session=bob  | bob  | bob
            Authorization: Basic gone                       | none | none
            X-Nothing: x                                    | none | none
            Authorization: Bearer bob                       | bob  | bob
            """)
    void badTokensBeforeJuly2024(String lines, String now, String then) throws IOException {
        assertThat(Fixtures.outcome(Fixtures.get(STUB, "/resolve", lines.split("¶", -1))))
                .isEqualTo(now);
        RawResponse old = Fixtures.get(LEGACY, "/resolve", lines.split("¶", -1));
        assertThat(Fixtures.outcome(old)).isEqualTo(then);
        assertThat(old.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Cookie: acme_session=alice           | alice
            Cookie: acme_app_session=alice       | alice
            Cookie: acme_app_access_token=alice  | alice
            Cookie: acme_session=gone            | false
            Cookie: session=alice                | none
            Cookie: app_session=alice            | none
            Cookie: app_access_token=alice       | none
            Cookie: session=gone                 | none
            """)
    void cookiePrefix(String line, String outcome) throws IOException {
        try (ResolverStub prefixed =
                ResolverStub.builder().cookiePrefix("acme_").build().start()) {
            RawResponse response = Fixtures.get(prefixed, "/resolve", line);
            assertThat(Fixtures.outcome(response)).isEqualTo(outcome);
            assertThat(response.header("Set-Cookie").orElse("acme_" + Fixtures.CLEARED))
                    .isEqualTo("acme_" + Fixtures.CLEARED);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | X-Forwarded-Proto: https                            | true
            true  | X-Original-Proto: https                             | true
            true  | X-Forwarded-Proto: http¶X-Original-Proto: https     | false
            true  | X-Forwarded-Proto: ¶X-Original-Proto: https         | true
            true  | X-Forwarded-Proto: HTTPS                            | false
            true  | X-Nothing: x                                        | false
            false | X-Forwarded-Proto: https                            | false
            false | X-Original-Proto: https                             | false
            """)
    void theClearingCookieIsSecureBehindHttps(boolean trust, String line, boolean secure) throws IOException {
        try (ResolverStub proxied =
                ResolverStub.builder().trustProxy(trust).build().start()) {
            RawResponse response = Fixtures.get(proxied, "/resolve", ("Cookie: session=gone¶" + line).split("¶", -1));
            String expected = secure ? Fixtures.CLEARED.replace("; Same", "; Secure; Same") : Fixtures.CLEARED;
            assertThat(response.headers("Set-Cookie")).containsExactly(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Proto: https, http",
                "X-Forwarded-Proto: https,http",
                "X-Forwarded-Proto: 1",
                "X-Forwarded-Proto: ://",
                "X-Forwarded-Host: a b"
            })
    void whatIsNoUrlIsAnError(String line) throws IOException {
        try (ResolverStub proxied =
                ResolverStub.builder().trustProxy(true).build().start()) {
            RawResponse response = Fixtures.get(proxied, "/resolve", line);
            assertThat(response.status()).isEqualTo(500);
            assertThat(response.header("Content-Type")).contains("application/json");
        }
        assertThat(Fixtures.get(STUB, "/resolve", line).status()).isEqualTo(200);
    }

    @Test
    void aJwtCountsForItsAudienceUntilItExpires() throws IOException {
        String origin = "http://127.0.0.1:" + STUB.port();
        assertThat(outcome(ResolverStub.jwt("alice", origin))).isEqualTo("alice");
        assertThat(outcome(ResolverStub.jwt("alice", origin + "/"))).isEqualTo("none");
        assertThat(outcome(ResolverStub.jwt("alice", "https://127.0.0.1:" + STUB.port())))
                .isEqualTo("none");
        assertThat(outcome(ResolverStub.jwt("nobody", origin))).isEqualTo("none");
        assertThat(outcome(ResolverStub.jwt("alice", origin) + "x")).isEqualTo("none");
        assertThat(outcome(Jwt.of("alice", origin, Instant.now().plusSeconds(60))))
                .isEqualTo("alice");
        assertThat(outcome(Jwt.of("alice", origin, Instant.now()))).isEqualTo("none");
    }

    private static String outcome(String token) throws IOException {
        return Fixtures.outcome(Fixtures.get(STUB, "/resolve", "Authorization: Bearer " + token));
    }

    @Test
    void acrBeforeJuly2021() throws IOException {
        try (ResolverStub old = ResolverStub.builder()
                .users(Fixtures.users())
                .legacyAcr(true)
                .build()
                .start()) {
            assertThat(acr(old, "Bearer erin")).containsExactly("urn:acr");
            assertThat(acr(old, "Bearer frank")).containsExactly("");
            assertThat(acr(old, "Bearer dave")).isEmpty();
            assertThat(acr(old, "Bearer gone")).isEmpty();
        }
    }

    private static List<String> acr(ResolverStub old, String authorization) throws IOException {
        return Fixtures.get(old, "/resolve", "Authorization: " + authorization).headers("X-Authgear-Session-Acr");
    }

    @Test
    void caseOfACredentialCountsOnAConnectionThatHasSeenAnotherToo() throws IOException {
        try (ResolverStub stub = Fixtures.start(ResolverStub.builder().users(Fixtures.users()))) {
            RawClient client = RawClient.of(stub.port());
            RawRequest request = RawRequest.get("/resolve", "Connection: keep-alive");
            try (Socket socket = client.connect()) {
                assertThat(valid(client.exchange(socket, request.with("Cookie: session=erin"))))
                        .contains("true");
                assertThat(valid(client.exchange(socket, request.with("Cookie: SESSION=erin"))))
                        .isEmpty();
                assertThat(valid(client.exchange(socket, request.with("Cookie: session=ERIN"))))
                        .contains("false");
            }
        }
    }

    private static Optional<String> valid(RawResponse response) {
        return response.header("X-Authgear-Session-Valid");
    }
}

package com.authgear.headers.resolverstub;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The raw client sends {@code Host: 127.0.0.1:PORT}; lines of a request are separated by ¶. */
class HostCheckTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            127.0.0.1   | false | X-Nothing: x                                            | 200
            app.example | false | X-Nothing: x                                            | 404
            app.example | false | X-Forwarded-Host: app.example                           | 404
            app.example | true  | X-Forwarded-Host: app.example                           | 200
            app.example | true  | X-Forwarded-Host: app.example:8443                      | 200
            app.example | true  | X-Forwarded-Host: APP.example                           | 404
            app.example | true  | X-Forwarded-Host: app.example.                          | 404
            app.example | true  | X-Forwarded-Host: app.example:1:2                       | 404
            ::1         | true  | X-Forwarded-Host: [::1]:443                             | 200
            [::1]       | true  | X-Forwarded-Host: [::1]                                 | 200
            app.example | true  | X-Forwarded-Host: app.example, evil.example             | 200
            app.example | true  | X-Forwarded-Host: evil.example, app.example             | 404
            app.example | true  | X-Forwarded-Host: app.example¶X-Forwarded-Host: x       | 200
            app.example | true  | X-Original-Host: app.example:443                        | 200
            app.example | false | X-Original-Host: app.example                            | 404
            app.example | true  | X-Forwarded-Host: x¶X-Original-Host: app.example        | 404
            app.example | true  | X-Forwarded-Host: ¶X-Original-Host: app.example         | 200
            app.example | true  | X-Forwarded-Host: app.example:                          | 200
            127.0.0.1   | true  | X-Forwarded-Host:                                       | 200
            127.0.0.1   | true  | X-Forwarded-Host: x                                     | 404
            """)
    void oneHost(String host, boolean trust, String lines, int status) throws IOException {
        try (ResolverStub stub =
                ResolverStub.builder().host(host).trustProxy(trust).build().start()) {
            RawResponse response =
                    Fixtures.get(stub, "/resolve", ("Authorization: Bearer bob¶" + lines).split("¶", -1));
            assertThat(response.status()).isEqualTo(status);
            assertThat(response.body()).isEqualTo(status == 404 ? "app not found\n" : "");
            assertThat(response.header("Content-Type").isPresent()).isEqualTo(status == 404);
            assertThat(response.header("X-Authgear-User-Id").isPresent()).isEqualTo(status == 200);
            assertThat(response.headers("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(Fixtures.get(stub, "/healthz").status()).isEqualTo(200);
            assertThat(Fixtures.get(stub, "/x").body()).isEqualTo("404 page not found\n");
        }
    }

    @Test
    void everyHostByDefault() throws IOException {
        try (ResolverStub stub = ResolverStub.builder().trustProxy(true).build().start()) {
            assertThat(Fixtures.get(stub, "/resolve", "X-Forwarded-Host: any.example")
                            .status())
                    .isEqualTo(200);
        }
    }
}

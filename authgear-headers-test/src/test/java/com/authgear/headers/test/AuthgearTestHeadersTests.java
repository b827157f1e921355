package com.authgear.headers.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.authgear.headers.AuthgearAuthenticator;
import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.AuthgearSession;
import com.authgear.headers.HeaderSource;
import com.authgear.headers.ProxyTrust;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The library reads what the builder writes. */
final class AuthgearTestHeadersTests {
    private static final AuthgearPrincipal ALICE = AuthgearPrincipal.builder("alice")
            .anonymous(true)
            .verified(true)
            .canReauthenticate(true)
            .amr(List.of("mfa", "pwd"))
            .acr("urn:acr")
            .authenticatedAt(Instant.ofEpochSecond(1_700_000_000))
            .build();

    @Test
    void libraryReadsEverythingOfAUser() {
        assertThat(read(AuthgearTestHeaders.of(ALICE))).isEqualTo(new AuthgearSession.Valid(ALICE));
        assertThat(read(AuthgearTestHeaders.user("bob")))
                .isEqualTo(new AuthgearSession.Valid(
                        AuthgearPrincipal.builder("bob").build()));
        assertThatThrownBy(() -> AuthgearTestHeaders.user("<b>")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void libraryReadsMissingAndInvalidSessions() {
        assertThat(read(AuthgearTestHeaders.noSession())).isEqualTo(AuthgearSession.none());
        assertThat(read(AuthgearTestHeaders.invalidSession())).isEqualTo(AuthgearSession.invalid());
    }

    @Test
    void eachLineIsAsAProxySendsIt() {
        assertThat(AuthgearTestHeaders.user("bob").sharedSecret("s").toMap())
                .containsExactly(
                        Map.entry("Authorization", "Bearer test"),
                        Map.entry("x-proxy-secret", "s"),
                        Map.entry("X-Authgear-Session-Valid", "true"),
                        Map.entry("X-Authgear-User-Id", "bob"),
                        Map.entry("X-Authgear-User-Anonymous", "false"),
                        Map.entry("X-Authgear-User-Verified", "false"),
                        Map.entry("X-Authgear-User-Can-Reauthenticate", "false"),
                        Map.entry("X-Authgear-Session-Amr", ""));
        assertThat(AuthgearTestHeaders.noSession()
                        .secretHeader("x-gate")
                        .sharedSecret("s")
                        .toMap())
                .containsExactly(Map.entry("x-gate", "s"));
    }

    @Test
    void credentialIsABearerTokenByDefault() {
        AuthgearTestHeaders bob = AuthgearTestHeaders.user("bob");
        assertThat(bob.cookie().toMap()).containsEntry("Cookie", "session=test").doesNotContainKey("Authorization");
        assertThat(bob.cookie().bearer().toMap()).isEqualTo(bob.toMap()).doesNotContainKey("Cookie");
        assertThat(bob.withoutCredential().toMap()).doesNotContainKeys("Authorization", "Cookie", "");
        assertThat(AuthgearTestHeaders.invalidSession().toMap())
                .containsExactly(Map.entry("Cookie", "session=test"), Map.entry("X-Authgear-Session-Valid", "false"));
    }

    @Test
    void secretIsNotPrinted() {
        assertThat(AuthgearTestHeaders.user("bob").sharedSecret("secret")).hasToString("AuthgearTestHeaders[Valid]");
    }

    @Test
    void anyHttpClientCanSendTheHeaders() throws IOException {
        try (TestBackend backend = TestBackend.careful()) {
            assertThat(status(backend, AuthgearTestHeaders.of(ALICE).sharedSecret(TestBackend.SECRET)))
                    .isEqualTo(200);
            assertThat(status(backend, AuthgearTestHeaders.of(ALICE))).isEqualTo(401);
        }
    }

    private static int status(TestBackend backend, AuthgearTestHeaders headers) throws IOException {
        HttpURLConnection request = (HttpURLConnection) backend.uri("/").toURL().openConnection();
        headers.forEach(request::setRequestProperty);
        return request.getResponseCode();
    }

    private static AuthgearSession read(AuthgearTestHeaders headers) {
        AuthgearAuthenticator authenticator = AuthgearAuthenticator.builder(ProxyTrust.sharedSecret(TestBackend.SECRET))
                .build();
        Map<String, List<String>> lines = headers.sharedSecret(TestBackend.SECRET).toMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, line -> List.of(line.getValue())));
        return authenticator.authenticate(HeaderSource.of(lines), Optional::empty);
    }
}

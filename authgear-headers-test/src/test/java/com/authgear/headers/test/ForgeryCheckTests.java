package com.authgear.headers.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.authgear.headers.AuthgearAuthenticator;
import com.authgear.headers.AuthgearHeaderParser;
import com.authgear.headers.MissingFlags;
import com.authgear.headers.ProxyTrust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check over real sockets. */
final class ForgeryCheckTests {
    private static final AuthgearTestHeaders ALICE =
            AuthgearTestHeaders.user("alice").sharedSecret(TestBackend.SECRET);
    private static final ForgeryCheck CHECK = ForgeryCheck.of(ALICE);
    private static final List<String> NEED_A_SECRET = List.of("C01", "C02", "C08");
    private static final ProxyTrust SECRET = ProxyTrust.sharedSecret(TestBackend.SECRET);

    @Test
    void libraryRefusesEveryForgery() {
        try (TestBackend backend = TestBackend.careful()) {
            CHECK.run(backend.uri("/me?x=%20"));
            ForgeryCheck.of(ALICE.cookie()).run(backend.uri(""));
            assertThat(backend.requests)
                    .contains("GET /me?x=%20 HTTP/1.1", "GET / HTTP/1.1")
                    .hasSizeGreaterThan(60);
        }
    }

    @Test
    void codeThatReadsTheHeaderItselfIsFound() {
        try (TestBackend backend = TestBackend.careless()) {
            assertThatThrownBy(() -> CHECK.run(backend.uri("/")))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageMatching(
                            "(?s)\\d+ forged request\\(s\\) were not refused with 401:\n  C08 two secrets.*")
                    .hasMessageContaining("\n  A03 identity without a credential: 200\n")
                    .hasMessageContaining("\n  A08 two user ids, the forged one last: 200\n")
                    .hasMessageContaining("AuthgearHeadersFilter")
                    .hasMessageNotContainingAny("C01", TestBackend.SECRET);
        }
    }

    @Test
    void refusalOfEverythingProvesNothing() {
        try (TestBackend backend = TestBackend.answering(TestBackend.status(401))) {
            assertThatThrownBy(() -> CHECK.run(backend.uri("/")))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("The honest request was answered 401");
            assertThat(backend.requests).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {199, 300, 302, 404})
    void honestRequestMustSucceed(int status) {
        assertThatThrownBy(() -> CHECK.run((method, headers) -> answer(status)))
                .hasMessageContaining("answered " + status + ",");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 299})
    void successIsNoRefusal(int status) {
        assertThatThrownBy(() -> CHECK.refusedWith(status)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CHECK.run((method, headers) -> answer(status)))
                .hasMessageContaining("not refused with 401");
    }

    @Test
    void refusalCanHaveAnotherStatus() {
        try (TestBackend backend =
                TestBackend.of(AuthgearAuthenticator.builder(SECRET).build(), 302)) {
            CHECK.refusedWith(302).run(backend.uri("/"));
            CHECK.refusedWith(302).except("A03").run(backend.uri("/"));
            CHECK.except("A03").refusedWith(302).run(backend.uri("/"));
            assertThatThrownBy(() -> CHECK.run(backend.uri("/"))).hasMessageContaining("C01 no secret: 302");
        }
    }

    @Test
    void exceptedForgeriesAreNotSent() {
        AuthgearAuthenticator lenient = AuthgearAuthenticator.builder(SECRET)
                .credentialTripwire(false)
                .parser(AuthgearHeaderParser.builder()
                        .missingFlags(MissingFlags.LEAST_PRIVILEGE)
                        .build())
                .build();
        try (TestBackend backend = TestBackend.of(lenient, 401)) {
            CHECK.except("A03", "B02").run(backend.uri("/"));
            ForgeryCheck.of(ALICE.withoutCredential()).except("A03", "B02").run(backend.uri("/"));
            assertThatThrownBy(() -> ForgeryCheck.of(ALICE.withoutCredential())
                            .except("B02")
                            .run(backend.uri("/")))
                    .hasMessageContaining("A03: the headers have no credential")
                    .hasMessageEndingWith(".except(\"A03\")");
            assertThatThrownBy(() -> CHECK.except("A03", "X-Authgear-User-Can-Reauthenticate removed")
                            .run(backend.uri("/")))
                    .hasMessageStartingWith("5 forged")
                    .hasMessageContaining("B02 X-Authgear-User-Verified removed: 200");
        }
    }

    @Test
    void exceptionOfAnUnknownForgeryIsRefused() {
        assertThatThrownBy(() -> CHECK.except("A03", "Z99"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("[Z99]");
    }

    @Test
    void withoutASecretNoSecretIsForged() {
        AuthgearTestHeaders bare = AuthgearTestHeaders.user("alice");
        assertThat(ForgeryCatalog.of(bare))
                .isNotEmpty()
                .noneMatch(each -> NEED_A_SECRET.contains(each.kind()))
                .noneMatch(each -> each.headers().toString().contains("secret"));
        assertThat(ForgeryCatalog.of(bare.sharedSecret(""))).noneMatch(each -> NEED_A_SECRET.contains(each.kind()));
    }

    @Test
    void untriedForgeriesFailUnlessExcepted() {
        AuthgearTestHeaders bare = AuthgearTestHeaders.user("alice");
        AuthgearAuthenticator trusting =
                AuthgearAuthenticator.builder(ProxyTrust.trustEveryPeer()).build();
        try (TestBackend backend = TestBackend.of(trusting, 401)) {
            assertThatThrownBy(() -> ForgeryCheck.of(bare).run(backend.uri("/")))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Forgeries could not be tried:
                              C01: the headers have no shared secret
                              C02: the headers have no shared secret
                              C08: the headers have no shared secret
                            Give the check what it lacks, or say that they are left out: .except("C01", "C02", "C08")""");
            ForgeryCheck.of(bare).except("C01", "C02", "C08").run(backend.uri("/"));
            ForgeryCheck.of(bare).except("C01").except("C02", "C08").run(backend.uri("/"));
            assertThatThrownBy(() -> ForgeryCheck.of(bare).except("C01", "C08").run(backend.uri("/")))
                    .hasMessageEndingWith(".except(\"C02\")");
        }
    }

    @Test
    void secretWithoutLettersHasNoOtherCaseToTry() {
        String digits = "0123456789012345678901234567890123456789";
        AuthgearTestHeaders headers = AuthgearTestHeaders.user("alice").sharedSecret(digits + "-9/8+7");
        assertThatThrownBy(() -> ForgeryCheck.of(headers)
                        .run((method, lines) ->
                                answer(lines.equals(headers.lines().list()) ? 200 : 401)))
                .hasMessageContaining("secret in other case: the shared secret has no letter")
                .hasMessageEndingWith(".except(\"secret in other case\")");
    }

    @Test
    void checkOfARequestWithoutAUserIsRefused() {
        assertThatThrownBy(() -> ForgeryCheck.of(AuthgearTestHeaders.noSession()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ForgeryCatalog.of(AuthgearTestHeaders.invalidSession()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void untrustedRoleChangesNothing() {
        CHECK.runForUntrustedRole("admin", (method, headers) -> answer(403));
        assertThatThrownBy(() -> CHECK.runForUntrustedRole("admin", (method, headers) -> answer(200)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("200 without the role");
        AuthgearAuthenticator trusting = AuthgearAuthenticator.builder(SECRET)
                .parser(AuthgearHeaderParser.builder().trustRoles(true).build())
                .build();
        try (TestBackend backend = TestBackend.of(trusting, 401)) {
            SocketSender sender = new SocketSender(backend.uri("/"));
            assertThatThrownBy(() -> CHECK.runForUntrustedRole(
                            "admin",
                            (method, headers) ->
                                    answer(sender.send(method, headers).status() == 204 ? 200 : 403)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("A header of roles turned 403 into 200");
        }
    }

    @Test
    void missingAnswerIsAnError() {
        assertThatThrownBy(() -> CHECK.run((method, headers) -> {
                    throw new IOException("gone");
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("gone");
    }

    @Test
    void missingAnswerToAForgeryIsNoRefusal() {
        HeaderLines honest = ALICE.lines();
        HeaderLines another = honest.replacing("X-Authgear-User-Id", ForgeryCatalog.OTHER);
        assertThatThrownBy(() -> CHECK.run((method, headers) -> {
                    if (List.of(honest.list(), another.list()).contains(headers)) {
                        return answer(200);
                    }
                    throw new IOException("gone");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("\n  C01 no secret: no answer (gone)\n");
        assertThatThrownBy(() -> CHECK.run((method, headers) -> {
                    if (headers.equals(honest.list())) {
                        return answer(200);
                    }
                    throw new SocketTimeoutException("late");
                }))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void everyForgeryDiffersAndPrintsNoValue() {
        List<ForgedRequest> all = ForgeryCatalog.of(ALICE).toList();
        assertThat(all).extracting(each -> each.method() + each.headers()).doesNotHaveDuplicates();
        assertThat(all).extracting(ForgedRequest::title).doesNotHaveDuplicates();
        assertThat(all).noneMatch(each -> each.toString().contains(TestBackend.SECRET));
        assertThat(ForgeryCatalog.of(ALICE.secretHeader("gate")))
                .anyMatch(each -> each.headers().contains(Map.entry("_gate", TestBackend.SECRET)));
        assertThat(all).anyMatch(each -> each.headers().contains(Map.entry("x_proxy_secret", TestBackend.SECRET)));
        List<Map.Entry<String, String>> lines = new ArrayList<>();
        all.get(0).forEach((name, value) -> lines.add(Map.entry(name, value)));
        assertThat(lines).isNotEmpty().isEqualTo(all.get(0).headers());
    }

    private static ForgeryCheck.Answer answer(int status) {
        return new ForgeryCheck.Answer(status, "", List.of());
    }
}

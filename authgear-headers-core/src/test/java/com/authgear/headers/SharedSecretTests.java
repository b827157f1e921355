package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SharedSecretTests {
    private static final String SECRET = "0123456789abcdef0123456789ABCDEF";
    private static final String NEXT = "fedcba9876543210fedcba9876543210!";
    private static final ProxyTrust TRUST = ProxyTrust.sharedSecret(SECRET);
    private static final ProxyTrust ROTATING = ProxyTrust.sharedSecret(SECRET, NEXT);

    @Test
    void rightSecretIsTrusted() {
        assertTrusted(TRUST, secret(SECRET));
        assertTrusted(TRUST, Headers.valid().with("X-PROXY-Secret", SECRET));
    }

    @Test
    void absentSecretIsMissing() {
        assertDistrusted(TRUST, Headers.valid(), "secret_missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x_proxy_secret", "x-proxy-secret ", "x.proxy.secret", "proxy-secret", "x-proxy-secret2"})
    void secretUnderAnotherNameIsMissing(String name) {
        assertDistrusted(TRUST, Headers.valid().with(name, SECRET), "secret_missing");
    }

    @Test
    void repeatedSecretIsRefusedEvenIfOneIsRight() {
        assertDistrusted(TRUST, secret(SECRET).with("x-proxy-secret", SECRET), "secret_repeated");
        assertDistrusted(TRUST, secret(SECRET).with("X-Proxy-Secret", "wrong"), "secret_repeated");
        assertDistrusted(TRUST, secret("wrong").with("x-proxy-secret", SECRET), "secret_repeated");
        assertDistrusted(TRUST, secret(SECRET).with("x-proxy-secret", ""), "secret_repeated");
    }

    @Test
    void secretWithOneWrongByteIsRefused() {
        for (int i = 0; i < SECRET.length(); i++) {
            char[] wrong = SECRET.toCharArray();
            wrong[i] = (char) (wrong[i] ^ 1);
            assertDistrusted(TRUST, secret(new String(wrong)), "secret_mismatch");
        }
    }

    @Test
    void secretThatIsCutIsRefused() {
        for (int length = 0; length < SECRET.length(); length++) {
            assertDistrusted(TRUST, secret(SECRET.substring(0, length)), "secret_mismatch");
            assertDistrusted(TRUST, secret(SECRET.substring(SECRET.length() - length)), "secret_mismatch");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SECRET + "0",
                "0" + SECRET,
                SECRET + SECRET,
                SECRET + "," + SECRET,
                SECRET + ", x",
                SECRET + "\u0000",
                "0123456789ABCDEF0123456789abcdef",
                " ",
                "",
                "\u0130123456789abcdef0123456789ABCDEF",
                "\u0230\u0231\u0232\u0233",
            })
    void anotherValueIsRefused(String line) {
        assertDistrusted(TRUST, secret(line), "secret_mismatch");
    }

    @Test
    void hugeValueIsRefused() {
        assertDistrusted(TRUST, secret(SECRET.repeat(100_000)), "secret_mismatch");
    }

    @Test
    void bothSecretsAreTrustedDuringAChange() {
        assertTrusted(ROTATING, secret(SECRET));
        assertTrusted(ROTATING, secret(NEXT));
    }

    @Test
    void noThirdSecretIsTrustedDuringAChange() {
        assertDistrusted(ROTATING, secret(SECRET + NEXT), "secret_mismatch");
        assertDistrusted(ROTATING, secret(SECRET + " " + NEXT), "secret_mismatch");
        assertDistrusted(ROTATING, secret(""), "secret_mismatch");
        assertDistrusted(ROTATING, secret(SECRET).with("x-proxy-secret", NEXT), "secret_repeated");
        assertDistrusted(TRUST, secret(NEXT), "secret_mismatch");
    }

    @Test
    void onlyTheNewNameOfARenamedHeaderCounts() {
        ProxyTrust renamed = TRUST.withSecretHeader("X-Edge-Proof");

        assertTrusted(renamed, Headers.valid().with("x-edge-proof", SECRET));
        assertThat(TrustOutcomes.refusal(renamed, secret(SECRET), Optional::empty))
                .isNotNull()
                .satisfies(e -> assertThat(e.header()).isEqualTo("X-Edge-Proof"))
                .satisfies(e -> assertThat(e.code()).isEqualTo("secret_missing"));
    }

    private static Headers secret(String line) {
        return Headers.valid().with("x-proxy-secret", line);
    }

    private static void assertTrusted(ProxyTrust trust, Headers headers) {
        assertThat(TrustOutcomes.refusal(trust, headers, Optional::empty)).isNull();
    }

    private static void assertDistrusted(ProxyTrust trust, Headers headers, String code) {
        assertThat(TrustOutcomes.refusal(trust, headers, Optional::empty))
                .isNotNull()
                .satisfies(e -> assertThat(e.code()).isEqualTo(code))
                .satisfies(e -> assertThat(e.header()).isEqualTo("x-proxy-secret"));
    }
}

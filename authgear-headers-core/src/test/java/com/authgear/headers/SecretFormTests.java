package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretFormTests {
    private static final String SECRET = "zq7-0123456789-0123456789-012345";

    @Test
    void secretOf32BytesIsTaken() {
        assertThat(SECRET).hasSize(32);
        assertThatCode(() -> ProxyTrust.sharedSecret(SECRET)).doesNotThrowAnyException();
    }

    @Test
    void secretOf31BytesIsRefused() {
        assertRefused("32 to 512 bytes", SECRET.substring(0, 31));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a secret of more than thirty-two bytes"})
    void refusalSaysHowToMakeASecret(String bad) {
        assertRefused("openssl rand -hex 32", bad);
    }

    @Test
    void secretOf512BytesIsTaken() {
        assertThatCode(() -> ProxyTrust.sharedSecret(SECRET.repeat(16))).doesNotThrowAnyException();
    }

    @Test
    void secretOf513BytesIsRefused() {
        assertRefused("32 to 512 bytes", SECRET.repeat(16) + "x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" ", "\t", "\n", "\u0000", "\u007f", "\u00e9", "\u0410", "\ud83d\udd11", "\u00a0", "\ufeff"})
    void secretOfOtherThanVisibleAsciiIsRefused(String piece) {
        assertRefused("visible ASCII", SECRET + piece);
        assertRefused("visible ASCII", piece + SECRET);
        assertRefused("visible ASCII", SECRET + piece + SECRET);
    }

    @Test
    void blankSecretIsRefused() {
        assertRefused("32 to 512 bytes", "");
        assertRefused("visible ASCII", " ".repeat(40));
    }

    @Test
    void noSecretAndThreeSecretsAreRefused() {
        assertRefused("found 0");
        assertRefused("found 3", SECRET, SECRET + "1", SECRET + "2");
    }

    @Test
    void badSecondSecretIsRefused() {
        assertRefused("32 to 512 bytes", SECRET, "zq7");
        assertRefused("visible ASCII", SECRET, SECRET + "\u00e9");
    }

    @Test
    void textHasCountsOnly() {
        assertThat(ProxyTrust.sharedSecret(SECRET)).hasToString("ProxyTrust[secrets=1, ranges=0]");
        assertThat(ProxyTrust.sharedSecret(SECRET, SECRET + "1")
                        .andTrustedProxies("10.0.0.0/8", "fd00::/8", "192.0.2.1"))
                .hasToString("ProxyTrust[secrets=2, ranges=3]");
        assertThat(ProxyTrust.trustedProxies("192.0.2.1")).hasToString("ProxyTrust[secrets=0, ranges=1]");
        assertThat(ProxyTrust.trustEveryPeer()).hasToString("ProxyTrust[every peer]");
    }

    @Test
    void textOfTheAuthenticatorHasNoSecret() {
        assertThat(AuthgearAuthenticator.builder(ProxyTrust.sharedSecret(SECRET))
                        .build())
                .asString()
                .contains("roles off", "tripwire on")
                .doesNotContain("zq7");
    }

    @Test
    void textOfTheAuthenticatorNamesWeakerOptions() {
        assertThat(AuthgearAuthenticator.builder(ProxyTrust.trustEveryPeer())
                        .parser(AuthgearHeaderParser.builder().trustRoles(true).build())
                        .credentialTripwire(false)
                        .build())
                .hasToString("ProxyTrust[every peer], roles trusted, credential tripwire off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-edge", "X_Edge_Proof", "a", "x-authgear", "!#$%&'*+-.^_`|~09AZaz"})
    void fieldNameIsTakenAsSecretHeader(String name) {
        assertThatCode(() -> ProxyTrust.sharedSecret(SECRET).withSecretHeader(name))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x proxy",
                "x-proxy:",
                "x-proxy\r\n",
                "x-pr\u00f6xy",
                "x-authgear-proxy-secret",
                "X_AUTHGEAR_SECRET",
                "x-authgear-user-id",
                "x.authgear.secret",
                "Authorization",
                "cookie",
                "HOST",
                "Connection",
                "content-type",
            })
    void malformedOrReservedSecretHeaderIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProxyTrust.sharedSecret(SECRET).withSecretHeader(name))
                .withMessageContaining("x-authgear-");
    }

    @Test
    void unreplacedPlaceholderIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProxyTrust.sharedSecret("${A_VARIABLE_WITH_A_LONG_NAME_THAT_IS_NOT_SET}"))
                .withMessageContaining("placeholder");
    }

    @Test
    void secretHeaderWithoutASecretIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProxyTrust.trustedProxies("10.0.0.1").withSecretHeader("x-edge"))
                .withMessageContaining("shared secret");
    }

    private static void assertRefused(String reason, String... secrets) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProxyTrust.sharedSecret(secrets))
                .withMessageContaining(reason)
                .withMessageNotContaining("zq7")
                .withNoCause();
    }
}

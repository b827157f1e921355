package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretSourcesTests {
    private static final String SECRET = "zq7-0123456789-0123456789-012345";
    private static final String NEXT = "zq8-0123456789-0123456789-012345";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {SECRET, SECRET + "\n", SECRET + "\r\n", "\n\t " + SECRET + " \n"})
    void secretOfAFileIsTrusted(String text) throws IOException {
        ProxyTrust trust = ProxyTrust.sharedSecretFile(file(text));

        assertThat(trusts(trust, SECRET)).isTrue();
        assertThat(trust).hasToString("ProxyTrust[secrets=1, ranges=0]");
    }

    @ParameterizedTest
    @ValueSource(strings = {SECRET + "\n" + NEXT + "\n", SECRET + " " + NEXT, SECRET + "\r\n\r\n" + NEXT})
    void twoSecretsOfAFileAreTrusted(String text) throws IOException {
        ProxyTrust trust = ProxyTrust.sharedSecretFile(file(text));

        assertThat(trusts(trust, SECRET)).isTrue();
        assertThat(trusts(trust, NEXT)).isTrue();
        assertThat(trusts(trust, NEXT.replace('8', '9'))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n"})
    void blankFileIsRefusedByItsName(String text) throws IOException {
        Path file = file(text);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProxyTrust.sharedSecretFile(file))
                .withMessageContaining(file.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zq7",
                SECRET + "\n" + NEXT + "\nzq9",
                SECRET + "\u00e9",
                "\ufeff" + SECRET,
                SECRET + "\u2003" + NEXT
            })
    void badSecretOfAFileIsRefusedWithoutQuotingIt(String text) throws IOException {
        Path file = file(text);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProxyTrust.sharedSecretFile(file))
                .withMessageStartingWith("the file " + file)
                .withMessageNotContainingAny("zq7", "zq8", "zq9");
    }

    @Test
    void unreadableFileIsRefusedByItsName() throws IOException {
        Path missing = directory.resolve("missing");
        Path binary = Files.write(directory.resolve("binary"), new byte[] {(byte) 0xC3, (byte) 0x28});

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> ProxyTrust.sharedSecretFile(missing))
                .withMessageContaining(missing.toString());
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> ProxyTrust.sharedSecretFile(binary))
                .withMessageContaining(binary.toString());
    }

    @Test
    void fileIsReadOnlyOnce() throws IOException {
        Path file = file(SECRET);
        ProxyTrust trust = ProxyTrust.sharedSecretFile(file);
        Files.writeString(file, NEXT);

        assertThat(trusts(trust, SECRET)).isTrue();
        assertThat(trusts(trust, NEXT)).isFalse();
    }

    @Test
    void oneOrTwoSecretsOfAVariableAreTrusted() {
        SharedSecrets one = SharedSecrets.ofVariable("PROXY_SECRET", SECRET + "\n");
        SharedSecrets two = SharedSecrets.ofVariable("PROXY_SECRET", " " + SECRET + " \t" + NEXT);

        assertThat(one.count()).isOne();
        assertThat(one.check(List.of(SECRET).iterator())).isNull();
        assertThat(two.count()).isEqualTo(2);
        assertThat(two.check(List.of(SECRET).iterator())).isNull();
        assertThat(two.check(List.of(NEXT).iterator())).isNull();
    }

    @Test
    void unsetOrBlankVariableIsRefusedByItsName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SharedSecrets.ofVariable("PROXY_SECRET", null))
                .withMessageContaining("PROXY_SECRET");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SharedSecrets.ofVariable("PROXY_SECRET", " "))
                .withMessageContaining("PROXY_SECRET");
    }

    @Test
    void variableIsReadFromTheEnvironment() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProxyTrust.sharedSecretEnvironment("NO_SUCH_VARIABLE_ZQ7"))
                .withMessageContaining("NO_SUCH_VARIABLE_ZQ7");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("secret"), text);
    }

    private static boolean trusts(ProxyTrust trust, String secret) {
        return trust.check(Headers.none().with("x-proxy-secret", secret), Optional::empty) == null;
    }
}

package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.AuthgearAuthenticator;
import com.authgear.headers.ProxyTrust;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.servlet.AuthgearHeadersFilter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No object that holds the secret prints it, and neither does a start that fails because of it. */
@Tag("G11")
final class SecretTextTests {
    private static final String MARK = "zq7";

    static Stream<Object> holders() {
        ProxyTrust one = ProxyTrust.sharedSecret(Honest.SECRET);
        return Stream.of(
                one,
                ProxyTrust.sharedSecret(Honest.PREVIOUS_SECRET, Honest.SECRET),
                one.andTrustedProxies(Honest.PROXY_ADDRESS),
                one.withSecretHeader("x-edge"),
                AuthgearAuthenticator.builder(one),
                AuthgearAuthenticator.builder(one).build(),
                AuthgearHeadersFilter.builder(one),
                AuthgearHeadersFilter.builder(one).build());
    }

    @ParameterizedTest
    @MethodSource("holders")
    void textOfAHolderDoesNotTellIt(Object holder) {
        assertThat(holder.toString()).isNotEmpty().doesNotContain(Honest.SECRET, Honest.PREVIOUS_SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {MARK, "too-short-by-one-byte-" + MARK, "0123456789abcdef0123456789abcdef\u00e9" + MARK})
    void startThatFailsForABadInitParameterDoesNotTellIt(String bad) throws Exception {
        assertIsNotTold("sharedSecret", bad);
    }

    @ParameterizedTest
    @ValueSource(strings = {MARK, "0123456789abcdef0123456789abcdef 0123456789abcdef0123456789abcdeg " + MARK})
    void startThatFailsForABadFileDoesNotTellIt(String bad, @TempDir Path folder) throws Exception {
        assertIsNotTold(
                "sharedSecretFile",
                Files.writeString(folder.resolve("secret"), bad).toString());
    }

    /** The container's log or the exception states the failure, without the text of the secret. */
    private static void assertIsNotTold(String parameter, String value) throws Exception {
        try (Transcript transcript = Transcript.start()) {
            StringWriter told = new StringWriter();
            try (Backend backend = Application.byInitParameter(parameter, value).start()) {
                assertThat(backend.send(RawRequest.get("/")).status()).isEqualTo(500);
            } catch (Exception refusedToStart) {
                refusedToStart.printStackTrace(new PrintWriter(told));
            }
            assertThat(told + transcript.text())
                    .contains("AuthgearHeadersFilter")
                    .contains("shared secret")
                    .doesNotContain(MARK);
        }
    }
}

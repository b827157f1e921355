package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.servlet.AuthgearHeadersFilter;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without a stated trust the application serves nothing. */
final class StartTests {
    @Test
    @Tag("C01")
    void applicationThatStatesNoTrustServesNothing() {
        assertThat(served(new AuthgearHeadersFilter())).isFalse();
        assertThat(served(Deployment.SECRET.filter())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "::/0", "proxy.example", "010.0.0.5", "127.0.0.1/33", "fe80::1%eth0", ""})
    @Tag("C03")
    void rangeThatIsNotLiteralOrSpansEverythingIsNoTrust(String range) {
        assertThatIllegalArgumentException().isThrownBy(() -> ProxyTrust.trustedProxies(range));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abababababcdcdcdcdcdabababababcdcdcd",
                "changeme-changeme-changeme-changeme",
                "${PROXY_SECRET_THAT_IS_NOT_SET_HERE}",
                "$(PROXY_SECRET_THAT_IS_NOT_SET_HERE)",
                "{{.Values.proxySecretThatIsNotSet}}",
                "<the-output-of-openssl-rand-hex-32>"
            })
    @Tag("C08")
    void secretThatIsGuessedOrWasLeftUnsetIsNoTrust(String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProxyTrust.sharedSecret(secret))
                .withMessageEndingWith("openssl rand -hex 32");
    }

    /** A container may refuse to start, or to serve. */
    private static boolean served(AuthgearHeadersFilter filter) {
        Application application = Application.behind(filter).servlet(new WhoServlet(), Honest.PUBLIC_PAGE);
        try (Backend backend = application.start()) {
            return List.of(Honest.request(), Honest.nobody(), RawRequest.get("/")).stream()
                    .anyMatch(request -> isServed(backend, request.to(Honest.PUBLIC_PAGE)));
        } catch (Exception refusedToStart) {
            return false;
        }
    }

    private static boolean isServed(Backend backend, RawRequest request) {
        try {
            return backend.send(request).status() < 500;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

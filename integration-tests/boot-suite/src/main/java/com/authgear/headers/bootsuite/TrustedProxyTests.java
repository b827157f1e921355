package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The proxy is 127.0.0.2, another machine 127.0.0.3. */
final class TrustedProxyTests {
    private static final Setup ADDRESS =
            Setup.bare().with("authgear.headers.trusted-proxies=127.0.0.2", "authgear.headers.public-paths=/public/**");
    private static final RawRequest AS_ALICE = Requests.forged(ALICE, "/me").with(Requests.BEARER_LINE);

    @ParameterizedTest
    @EnumSource
    void trustedAddressIsBelievedAndAnotherIsNot(Container container) throws IOException {
        Application application = ADDRESS.on(container);
        assertThat(application.client().from(2).send(AS_ALICE).body()).isEqualTo("alice");
        assertThat(application.client().from(3).send(AS_ALICE).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource
    void claimedAddressIsNotBelieved(Container container) throws IOException {
        Application application = ADDRESS.on(container);
        RawRequest claiming = AS_ALICE.with("X-Forwarded-For: 127.0.0.2", "Forwarded: for=127.0.0.2");
        assertThat(application.client().from(3).send(claiming).status()).isEqualTo(401);
        assertThat(application.client().from(2).send(claiming).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void visitorWithoutIdentityIsNobodyWhereverHeComesFrom(Container container) throws IOException {
        Application application = ADDRESS.on(container);
        assertThat(application
                        .client()
                        .from(3)
                        .send(RawRequest.get("/public/me"))
                        .body())
                .isEqualTo("nobody");
    }
}

package com.authgear.headers.servlet;

import static com.authgear.headers.servlet.Requests.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FilterOptionsTests {
    private static final RawRequest PREFLIGHT = RawRequest.of(
            "OPTIONS",
            "/me",
            "Origin: https://app.example",
            "Access-Control-Request-Method: PUT",
            Requests.SECRET_LINE);

    @Test
    void preflightNeedsAUserByDefault() throws Exception {
        assertThat(send(builder(), PREFLIGHT).status()).isEqualTo(401);
    }

    @Test
    void preflightCanBeLetThroughWithoutIdentity() throws Exception {
        assertThat(send(builder().allowPreflight(true), PREFLIGHT).body()).isEqualTo("nobody");
    }

    @Test
    void onlyARealPreflightIsLetThrough() throws Exception {
        for (RawRequest other : List.of(
                RawRequest.of("OPTIONS", "/me", "Origin: https://app.example"),
                RawRequest.of("OPTIONS", "/me", "Access-Control-Request-Method: PUT"),
                RawRequest.of("PUT", "/me", "Origin: https://app.example", "Access-Control-Request-Method: PUT"),
                PREFLIGHT.with("x-authgear-user-id: alice"))) {
            assertThat(send(builder().allowPreflight(true), other).status()).isEqualTo(401);
        }
    }

    @Test
    void handlerReplacesTheAnswerAndLearnsNoReason() throws Exception {
        AuthgearHeadersFilter.Builder builder = builder().unauthorizedHandler((request, response, invalidToken) -> {
            response.setStatus(303);
            response.setHeader("Location", "/login?invalid=" + invalidToken + request.getHeader("x-authgear-user-id"));
        });
        RawResponse nobody = send(builder, Requests.nobody("/me"));
        assertThat(nobody.status()).isEqualTo(303);
        assertThat(nobody.headers("Location")).containsExactly("/login?invalid=falsenull");
        assertThat(send(builder, Requests.forged(ALICE, "/me")).comparable()).isEqualTo(nobody.comparable());
        assertThat(send(builder, Requests.invalid("/me")).headers("Location"))
                .containsExactly("/login?invalid=truenull");
    }

    @Test
    void tripwireCanBeTurnedOff() throws Exception {
        RawRequest withoutCredential = Requests.forged(ALICE, "/me").with(Requests.SECRET_LINE);
        assertThat(send(builder(), withoutCredential).status()).isEqualTo(401);
        assertThat(send(builder().credentialTripwire(false), withoutCredential).body())
                .isEqualTo("alice");
    }

    private static AuthgearHeadersFilter.Builder builder() {
        return AuthgearHeadersFilter.builder(Requests.secret());
    }

    private static RawResponse send(AuthgearHeadersFilter.Builder builder, RawRequest request) throws Exception {
        try (JettyServer server = JettyServer.with(builder.build())
                .servlet("/me", new WhoServlet())
                .start()) {
            return server.client().send(request);
        }
    }
}

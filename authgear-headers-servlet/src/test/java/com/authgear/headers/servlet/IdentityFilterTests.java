package com.authgear.headers.servlet;

import static com.authgear.headers.servlet.Requests.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import org.junit.jupiter.api.Test;

/** A filter that leaves the answer to a framework passes its decision on. */
final class IdentityFilterTests {
    @Test
    void everyRequestGoesOnAsItsUser() throws Exception {
        assertThat(send(Requests.as(ALICE, "/me")).body()).isEqualTo("alice -");
        assertThat(send(Requests.nobody("/me")).body()).isEqualTo("nobody -");
        assertThat(send(Requests.invalid("/me")).body()).isEqualTo("nobody -");
    }

    @Test
    void refusedRequestGoesOnWithoutAUserAndWithTheReason() throws Exception {
        assertThat(send(Requests.forged(ALICE, "/me")).body()).isEqualTo("nobody secret_missing");
        assertThat(send(Requests.as(ALICE, "/me").with("x-authgear-user-id: bob"))
                        .body())
                .isEqualTo("nobody duplicate_header");
    }

    private static RawResponse send(RawRequest request) throws Exception {
        AuthgearIdentityFilter filter =
                AuthgearIdentityFilter.builder(Requests.secret()).build();
        try (JettyServer server = JettyServer.with(filter)
                .servlet("/me", DispatchingServlets.whoAndWhyNot())
                .start()) {
            return server.client().send(request);
        }
    }
}

package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.util.List;
import java.util.Optional;

/**
 * A request and its outcome.
 *
 * @param request as it was sent
 * @param response empty where the container hung up
 * @param plain the 401 that a request without any identity got
 * @param refusals what the log says
 */
record Exchange(RawRequest request, Optional<RawResponse> response, RawResponse plain, List<Refusal> refusals) {
    void isPlain401() {
        assertThat(plain.status()).isEqualTo(401);
        assertThat(response).map(RawResponse::comparable).contains(plain.comparable());
    }

    void isServed(String body) {
        assertThat(response).map(RawResponse::body).contains(body);
        assertThat(response).map(RawResponse::status).contains(200);
        assertThat(codes()).isEmpty();
    }

    List<String> codes() {
        return refusals.stream().map(Refusal::code).toList();
    }
}

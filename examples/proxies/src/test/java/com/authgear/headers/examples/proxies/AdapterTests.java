package com.authgear.headers.examples.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import com.authgear.headers.resolverstub.RecordedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** kubernetes/adapter.conf: whatever it is asked, the resolver gets the one question it knows. */
final class AdapterTests {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE", "OPTIONS"})
    void anyMethodAndPathIsTheOneQuestion(String method) throws IOException {
        Files.copy(Path.of("kubernetes/adapter.conf"), folder.resolve("nginx.conf"));
        try (Rig rig = Rig.nginx(recipe -> recipe.and(folder))) {
            RawResponse answer = rig.client()
                    .send(RawRequest.of(
                                    method,
                                    "/orders/1?x=1",
                                    "Authorization: Bearer alice",
                                    "X-Forwarded-Host: other.example")
                            .withBody(method.equals("POST") ? "body" : ""));
            assertThat(answer.headers("X-Authgear-User-Id")).containsExactly("alice");
            assertThat(rig.resolver().requests()).singleElement().satisfies(AdapterTests::isTheQuestion);
        }
    }

    private static void isTheQuestion(RecordedRequest request) {
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo("/_resolver/resolve");
        assertThat(request.host()).isEqualTo(Rig.PROJECT);
        assertThat(request.forwarded()).containsEntry("x-forwarded-host", List.of(Rig.PROJECT));
        assertThat(request.bodyLength()).isZero();
    }
}

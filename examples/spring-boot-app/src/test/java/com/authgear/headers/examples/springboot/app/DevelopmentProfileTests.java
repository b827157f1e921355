package com.authgear.headers.examples.springboot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** As a developer starts it, without a proxy. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("dev")
final class DevelopmentProfileTests {
    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void everyRequestFromHereIsTheUser() throws IOException, InterruptedException {
        HttpResponse<String> page = send(HttpRequest.newBuilder(uri()));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).isEqualTo("{\"manager\":\"alice\"}");
    }

    @Test
    void requestThatWasForwardedIsNobodys() throws IOException, InterruptedException {
        assertThat(send(HttpRequest.newBuilder(uri()).header("X-Forwarded-For", "127.0.0.1"))
                        .statusCode())
                .isEqualTo(401);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + port + "/api/manager");
    }
}

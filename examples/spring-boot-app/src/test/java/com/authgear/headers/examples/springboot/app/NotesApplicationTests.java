package com.authgear.headers.examples.springboot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.spring.test.WithAuthgearPrincipal;
import com.authgear.headers.test.AuthgearTestHeaders;
import com.authgear.headers.test.ForgeryCheck;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.access.AccessDeniedException;

/** On a port, as a proxy and as a forger, and by its methods. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
final class NotesApplicationTests {
    private final AuthgearTestHeaders alice;
    private final URI page;
    private final ApiController controller;

    @Autowired
    NotesApplicationTests(
            @Value("${authgear.headers.shared-secret}") String secret,
            @LocalServerPort int port,
            ApiController controller) {
        AuthgearPrincipal user =
                AuthgearPrincipal.builder("alice").roles(List.of("manager")).build();
        alice = AuthgearTestHeaders.of(user).sharedSecret(secret);
        page = URI.create("http://127.0.0.1:" + port + "/api/manager");
        this.controller = controller;
    }

    @Test
    void forgeriesAreRefused() {
        ForgeryCheck.of(alice).run(page);
    }

    @Test
    void userOfTheProxyIsServed() throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(page);
        alice.forEach(request::header);
        assertThat(HttpClient.newHttpClient()
                        .send(request.build(), HttpResponse.BodyHandlers.ofString())
                        .body())
                .isEqualTo("{\"manager\":\"alice\"}");
    }

    @Test
    @WithAuthgearPrincipal("bob")
    void methodAsksForTheRole() {
        AuthgearPrincipal bob = AuthgearPrincipal.builder("bob").build();
        assertThatThrownBy(() -> controller.manager(bob)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @WithAuthgearPrincipal(roles = "manager")
    void methodLetsAManagerIn() {
        AuthgearPrincipal user = AuthgearPrincipal.builder("user").build();
        assertThat(controller.manager(user)).containsEntry("manager", "user");
    }
}

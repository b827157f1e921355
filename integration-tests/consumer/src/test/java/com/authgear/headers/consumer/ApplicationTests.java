package com.authgear.headers.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.AuthgearHeaderWriter;
import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.AuthgearSession;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;

final class ApplicationTests {
    private static final String SECRET = "zq7-0123456789-0123456789-012345";
    private static final AuthgearSession ALICE =
            new AuthgearSession.Valid(AuthgearPrincipal.builder("alice").build());

    @Test
    void applicationOnTheModulePathAnswersItsUserAndRefusesOthers() throws Exception {
        assertThat(Application.class.getModule().getName()).isEqualTo("com.authgear.headers.consumer");
        Server server = Application.start(SECRET);
        try {
            HttpURLConnection honest = connect(server);
            AuthgearHeaderWriter.write(ALICE, honest::setRequestProperty);
            honest.setRequestProperty("Authorization", "Bearer token");
            honest.setRequestProperty("x-proxy-secret", SECRET);
            assertThat(honest.getInputStream().readAllBytes())
                    .asString(StandardCharsets.US_ASCII)
                    .isEqualTo("alice");
            assertThat(connect(server).getResponseCode()).isEqualTo(401);
        } finally {
            server.stop();
        }
    }

    private static HttpURLConnection connect(Server server) throws IOException {
        return (HttpURLConnection) URI.create(server.getURI() + "me").toURL().openConnection();
    }
}

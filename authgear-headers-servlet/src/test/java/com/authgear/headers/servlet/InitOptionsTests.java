package com.authgear.headers.servlet;

import static com.authgear.headers.servlet.Requests.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An init-param does what the builder's method of its name does. */
final class InitOptionsTests {
    private static final RawRequest PREFLIGHT = RawRequest.of(
            "OPTIONS", "/me", Requests.SECRET_LINE, "Origin: https://a.example", "Access-Control-Request-Method: PUT");

    @ParameterizedTest
    @CsvSource({"false, 200", "true, 401"})
    void invalidSessionsAreRefusedIfSaid(String value, int status) throws Exception {
        assertThat(send(Requests.invalid("/me"), "refuseInvalidSessions", value, "optional", "true")
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"false, 401", "true, 200"})
    void preflightsGoOnIfSaid(String value, int status) throws Exception {
        assertThat(send(PREFLIGHT, "allowPreflight", value).status()).isEqualTo(status);
    }

    @Test
    void answersStayPrivateUnlessSaid() throws Exception {
        assertThat(send(Requests.as(ALICE, "/me"), "cacheControl", "true").headers("Cache-Control"))
                .containsExactly("private, no-store");
        assertThat(send(Requests.as(ALICE, "/me"), "cacheControl", "false").headers("Cache-Control"))
                .isEmpty();
    }

    @Test
    void browsersAreSentToTheLoginIfSaid() throws Exception {
        RawResponse response = sendToLogin("/me", "false");
        assertThat(response.status()).isEqualTo(302);
        assertThat(response.header("Location").orElseThrow())
                .startsWith("https://auth.example.com/oauth2/authorize?client_id=shop&");
    }

    @ParameterizedTest
    @CsvSource({"false, 302", "true, 303"})
    void linkLogsOutIfSaid(String value, int status) throws Exception {
        assertThat(sendToLogin("/authgear/logout", value).status()).isEqualTo(status);
    }

    private static RawResponse sendToLogin(String path, String logoutByGet) throws Exception {
        return send(
                Requests.nobody(path).with("Accept: text/html"),
                "loginEndpoint",
                "https://auth.example.com",
                "loginClientId",
                "shop",
                "loginBaseUrl",
                "https://www.example.com",
                "logoutByGet",
                logoutByGet);
    }

    private static RawResponse send(RawRequest request, String... namesAndValues) throws Exception {
        Map<String, String> parameters = new HashMap<>(Map.of("sharedSecret", Requests.SECRET));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        try (JettyServer server = JettyServer.configured(parameters)
                .servlet("/me", new WhoServlet())
                .start()) {
            return server.client().send(request);
        }
    }
}

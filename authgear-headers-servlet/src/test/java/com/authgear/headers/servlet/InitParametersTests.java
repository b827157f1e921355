package com.authgear.headers.servlet;

import static com.authgear.headers.servlet.Requests.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InitParametersTests {
    @Test
    void noTrustStopsTheStartAndNamesTheParameterToAdd() {
        assertRefused(Map.of("trustRoles", "true"), "\"users\"", "no trust is stated", "sharedSecretEnvironment");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sharedSecret | short | 32",
                "sharedSecret | changeme-changeme-changeme-changeme | openssl rand -hex 32",
                "sharedSecret | ${A_VARIABLE_THAT_IS_NOT_SET} | a placeholder that was not replaced",
                "sharedSecret | {{ .Values.proxy.secret }} | a placeholder that was not replaced",
                "sharedSecretEnvironment | NO_SUCH_VARIABLE_HERE | NO_SUCH_VARIABLE_HERE",
                "sharedSecretFile | /no/such/file | /no/such/file",
                "trustedProxies | 10.0.0.0/0 | prefix",
                "trustedProxies | proxy.example.com | literal",
                "trustEveryPeer | yes | true or false",
                "trustEveryPeer | false | no trust is stated",
            })
    void badTrustStopsTheStart(String name, String value, String message) {
        assertRefused(Map.of(name, value), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trustRole | true | trustRole",
                "trustRoles | yes | trustRoles must be true or false",
                "missingFlags | ignore | least-privilege",
                "clockSkew | 60 | clockSkew must be a duration",
                "clockSkew | PT-1S | clockSkew",
                "publicPaths | public | /prefix/*",
                "publicPaths | *.css | /static/*",
                "publicPaths | '' | empty member",
                "publicPaths | ,/public | empty member",
                "trustedProxies | 127.0.0.1,,127.0.0.2 | empty member",
                "secretHeader | x-authgear-secret | x-authgear-",
                "sharedSecretFile | /no/such/file | /no/such/file",
            })
    void badOptionStopsTheStart(String name, String value, String message) {
        assertRefused(Map.of("sharedSecret", Requests.SECRET, name, value), message);
    }

    @Test
    void contradictingTrustStopsTheStart() {
        assertRefused(Map.of("sharedSecret", Requests.SECRET, "trustEveryPeer", "true"), "state one trust");
        assertRefused(
                Map.of("trustedProxies", "10.0.0.1", "previousSharedSecret", Requests.SECRET),
                "previousSharedSecret needs sharedSecret");
        assertRefused(
                Map.of("sharedSecret", Requests.SECRET + " " + Requests.SECRET.replace('0', 'x')), "visible ASCII");
        assertRefused(Map.of("trustedProxies", "10.0.0.1", "secretHeader", "x-other"), "secretHeader");
    }

    @Test
    void optionalEverywhereExcludesPublicPaths() {
        assertRefused(
                Map.of("sharedSecret", Requests.SECRET, "optional", "false", "publicPaths", "/x"),
                "exclude each other");
    }

    @Test
    void rootIsSpelledAsTwoQuotes() throws Exception {
        try (JettyServer server = serve(Map.of("sharedSecret", Requests.SECRET, "publicPaths", "\"\", /free"))) {
            assertThat(server.client().send(Requests.nobody("/")).status()).isEqualTo(404);
            assertThat(server.client().send(Requests.nobody("/me")).status()).isEqualTo(401);
        }
    }

    @Test
    void filterWithoutInitDoesNotLetAnythingThrough() {
        assertThatThrownBy(() -> new AuthgearHeadersFilter()
                        .doFilter(
                                mock(jakarta.servlet.http.HttpServletRequest.class),
                                mock(jakarta.servlet.http.HttpServletResponse.class),
                                (request, response) -> {}))
                .isInstanceOf(ServletException.class)
                .hasMessageContaining("not initialised");
    }

    @Test
    void secretFromFileWithAddressesAndOptionsWorks(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(
                directory.resolve("secret"), "fedcba9876543210fedcba9876543210" + "\n" + Requests.SECRET + "\n");
        Map<String, String> parameters = Map.ofEntries(
                Map.entry("sharedSecretFile", file.toString()),
                Map.entry("secretHeader", "x-our-secret"),
                Map.entry("trustedProxies", "127.0.0.2, 127.0.0.3"),
                Map.entry("trustRoles", "true"),
                Map.entry("missingFlags", "least-privilege"),
                Map.entry("credentialTripwire", "false"),
                Map.entry("publicPaths", "/open/*, /free"));
        try (JettyServer server = serve(parameters)) {
            RawClient proxy = server.client().from(2);
            RawRequest request = Requests.forged(ALICE, "/me").with("x-our-secret: " + Requests.SECRET);
            assertThat(proxy.send(request).body()).isEqualTo("alice");
            assertThat(server.client().send(request).status()).isEqualTo(401);
            assertThat(proxy.send(RawRequest.get("/me")).status()).isEqualTo(401);
            assertThat(proxy.send(RawRequest.get("/free")).status()).isEqualTo(404);
        }
    }

    @Test
    void optionalEverywhereIsASwitch() throws Exception {
        try (JettyServer server = serve(Map.of("sharedSecret", Requests.SECRET, "optional", "true"))) {
            assertThat(server.client().send(Requests.nobody("/me")).body()).isEqualTo("nobody");
        }
    }

    private static JettyServer serve(Map<String, String> parameters) throws Exception {
        return JettyServer.configured(parameters)
                .servlet("/me", new WhoServlet())
                .start();
    }

    private static void assertRefused(Map<String, String> parameters, String... messages) {
        FilterConfig config = mock(FilterConfig.class);
        when(config.getFilterName()).thenReturn("users");
        when(config.getInitParameterNames()).thenReturn(Collections.enumeration(parameters.keySet()));
        when(config.getInitParameter(anyString()))
                .thenAnswer(call -> parameters.get(call.getArgument(0, String.class)));
        assertThatThrownBy(() -> new AuthgearHeadersFilter().init(config))
                .isInstanceOf(ServletException.class)
                .hasMessageContainingAll(messages)
                .hasMessageNotContaining(Requests.SECRET);
    }
}

package com.authgear.headers.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.authgear.headers.ProxyTrust;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LoginOptionsTests {
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/relative",
                "auth.example.com",
                "ftp://auth.example.com",
                "https:opaque",
                "https://",
                "https://user@auth.example.com",
                "https://auth.example.com?x",
                "https://auth.example.com#x",
                "https://auth.example.com//",
                "https://auth.example.com/a//",
                "https://auth.example.com/a//b",
                "https://auth.example.com/a;b",
                "https://auth.example.com/../a"
            })
    void addressesAreOrigins(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuthgearLogin.builder(URI.create(address), "shop", URI.create("https://a.example")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuthgearLogin.builder(URI.create("https://a.example"), "shop", URI.create(address)));
    }

    @Test
    void endpointHasNoPathAndTheBaseUrlMayHaveOne() {
        URI path = URI.create("https://a.example/shop");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuthgearLogin.builder(path, "shop", URI.create("https://a.example")))
                .withMessageContaining("endpoint");
        assertThat(AuthgearLogin.builder(URI.create("https://a.example"), "shop", path)
                        .build()
                        .baseUrl())
                .isEqualTo("https://a.example/shop");
    }

    @ParameterizedTest
    @CsvSource({
        "https://WWW.Example.com, https://www.example.com",
        "https://www.example.com/, https://www.example.com",
        "https://www.example.com:443, https://www.example.com",
        "http://localhost:80/a/, http://localhost/a",
        "http://localhost:8080, http://localhost:8080",
        "HTTP://[::1]:8080, http://[::1]:8080"
    })
    void addressesAreWrittenAsBrowsersWriteThem(String given, String written) {
        assertThat(login("https://a.example", given).baseUrl()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\nb", "\u00e9"})
    void clientIdIsVisibleAscii(String clientId) {
        URI address = URI.create("https://a.example");
        assertThatIllegalArgumentException().isThrownBy(() -> AuthgearLogin.builder(address, clientId, address));
    }

    @Test
    void somethingMustSign() {
        AuthgearLogin.Builder login =
                AuthgearLogin.builder(URI.create("https://a.example"), "shop", URI.create("https://a.example"));
        AuthgearHeadersFilter.Builder filter = AuthgearHeadersFilter.builder(ProxyTrust.trustedProxies("127.0.0.1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> filter.login(login.build()).build())
                .withMessageContaining("signingKey");
        assertThat(filter.login(login.signingKey(KEY).build()).build()).isNotNull();
        assertThatIllegalArgumentException().isThrownBy(() -> login.signingKey("short"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> login.signingKeyEnvironment("AUTHGEAR_NO_SUCH_VARIABLE"))
                .withMessageContaining("AUTHGEAR_NO_SUCH_VARIABLE");
    }

    @ParameterizedTest
    @CsvSource({
        "https://auth.example.com, https://www.example.com, true",
        "https://auth.example.com, https://example.com, true",
        "http://localhost:4000, http://localhost:8080, true",
        "http://127.0.0.1:4000, http://127.0.0.1:8080, true",
        "https://shop.authgear.cloud, https://www.example.com, false",
        "http://127.0.0.1:4000, http://10.1.0.1:8080, false",
        "http://localhost:4000, http://127.0.0.1:8080, false"
    })
    void hostsThatShareNoCookieAreWarnedOf(String endpoint, String baseUrl, boolean share) {
        assertThat(login(endpoint, baseUrl).startupWarnings())
                .hasSize(share ? 0 : 1)
                .allMatch(warning -> warning.contains("http.cookie_domain"));
    }

    @Test
    void secureCookieForPlainHttpIsWarnedOf() {
        assertThat(login("https://auth.example.com", "http://www.example.com").startupWarnings())
                .singleElement()
                .asString()
                .contains("Secure");
        assertThat(login("https://localhost:3000", "http://localhost:8080").startupWarnings())
                .isEmpty();
    }

    @Test
    void startNamesWhatMustBeRegistered() {
        assertThat(login("https://auth.example.com", "https://www.example.com").toString())
                .contains("https://www.example.com/authgear/callback", "https://www.example.com/,", "www.example.com]");
    }

    private static AuthgearLogin login(String endpoint, String baseUrl) {
        return AuthgearLogin.builder(URI.create(endpoint), "shop", URI.create(baseUrl))
                .build();
    }
}

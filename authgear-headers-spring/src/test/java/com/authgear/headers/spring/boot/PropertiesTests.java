package com.authgear.headers.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.MissingFlags;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class PropertiesTests {
    @Test
    void defaultsTrustNoPeerAndRefuseIncompleteHeaders() {
        AuthgearHeadersProperties properties = bind(Map.of());
        assertThat(properties.enabled()).isTrue();
        assertThat(properties.sharedSecret()).isNull();
        assertThat(properties.trustedProxies()).isEmpty();
        assertThat(properties.trustEveryPeer()).isFalse();
        assertThat(properties.trustRoles()).isFalse();
        assertThat(properties.rolePrefix()).isEqualTo("ROLE_");
        assertThat(properties.missingFlags()).isEqualTo(MissingFlags.REFUSE);
        assertThat(properties.refuseInvalidSessions()).isFalse();
        assertThat(properties.credentialTripwire()).isTrue();
        assertThat(properties.clockSkew()).isEqualTo(Duration.ofMinutes(1));
        assertThat(properties.cacheControl()).isTrue();
        assertThat(properties.publicPaths()).isEmpty();
        assertThat(properties.factors()).isEmpty();
        assertThat(properties.mdc()).isFalse();
        assertThat(properties.secretHeader()).isEqualTo("x-proxy-secret");
        assertThat(properties.login()).isNull();
    }

    @Test
    void loginIsReadAndItsKeyIsNotPrinted() {
        AuthgearHeadersProperties.Login login = bind(Map.of(
                        "login.endpoint", "https://auth.example.com",
                        "login.client-id", "shop",
                        "login.base-url", "https://www.example.com",
                        "login.signing-key", "k3y"))
                .login();
        assertThat(login)
                .isEqualTo(new AuthgearHeadersProperties.Login(
                        URI.create("https://auth.example.com"), "shop", URI.create("https://www.example.com"), "k3y"))
                .asString()
                .contains("shop")
                .doesNotContain("k3y");
    }

    @Test
    void valuesOfAllPropertiesAreRead() {
        AuthgearHeadersProperties properties = bind(Map.of(
                "trusted-proxies", "10.1.2.0/24, 127.0.0.1",
                "shared-secret-file", "/run/secrets/proxy",
                "missing-flags", "least-privilege",
                "refuse-invalid-sessions", "true",
                "clock-skew", "5s",
                "trust-roles", "true",
                "public-paths", "/public/**"));
        assertThat(properties.trustedProxies()).containsExactly("10.1.2.0/24", "127.0.0.1");
        assertThat(properties.sharedSecretFile()).isEqualTo(Path.of("/run/secrets/proxy"));
        assertThat(properties.missingFlags()).isEqualTo(MissingFlags.LEAST_PRIVILEGE);
        assertThat(properties.refuseInvalidSessions()).isTrue();
        assertThat(properties.clockSkew()).isEqualTo(Duration.ofSeconds(5));
        assertThat(properties.trustRoles()).isTrue();
        assertThat(properties.publicPaths()).containsExactly("/public/**");
    }

    @Test
    void secretIsNotPrinted() {
        String secret = "0123456789abcdef0123456789abcdef";
        AuthgearHeadersProperties properties = bind(Map.of("shared-secret", secret, "previous-shared-secret", secret));
        assertThat(properties.sharedSecret()).isEqualTo(secret);
        assertThat(properties.toString()).contains("enabled=true").doesNotContain(secret);
    }

    private static AuthgearHeadersProperties bind(Map<String, String> values) {
        Map<String, String> named = new HashMap<>();
        values.forEach((name, value) -> named.put("authgear.headers." + name, value));
        return new Binder(new MapConfigurationPropertySource(named))
                .bindOrCreate("authgear.headers", AuthgearHeadersProperties.class);
    }
}

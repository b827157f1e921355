package com.authgear.headers.examples.nginxjetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.authgear.headers.AuthgearHeader;
import com.authgear.headers.ProxyTrust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files that an operator copies. */
final class NginxFilesTests {
    private static final String PLACEHOLDER = "openssl rand -hex 32";

    @ParameterizedTest
    @EnumSource(AuthgearHeader.class)
    void protectSetsEveryHeaderFromTheAnswerOfTheResolver(AuthgearHeader header) throws IOException {
        String name = header.wireName().toLowerCase(Locale.ROOT);
        String variable = name.substring("x-authgear-".length()).replace('-', '_');
        assertThat(squeezed("authgear-protect.conf"))
                .contains("auth_request_set $ag_" + variable + " $upstream_http_x_authgear_" + variable + ";")
                .contains("proxy_set_header " + name + " $ag_" + variable + ";");
    }

    @ParameterizedTest
    @EnumSource(AuthgearHeader.class)
    void stripRemovesEveryHeader(AuthgearHeader header) throws IOException {
        String name = header.wireName().toLowerCase(Locale.ROOT);
        assertThat(squeezed("authgear-strip.conf")).contains("proxy_set_header " + name + " \"\";");
    }

    @Test
    void secretStandsInProtectAlone() throws IOException {
        assertThat(squeezed("authgear-protect.conf"))
                .contains("proxy_set_header x-proxy-secret \"" + PLACEHOLDER + "\";");
        assertThat(squeezed("authgear-strip.conf")).contains("proxy_set_header x-proxy-secret \"\";");
        assertThat(squeezed("nginx.conf"))
                .doesNotContain("proxy_set_header x-proxy-secret", "proxy_set_header x-authgear");
    }

    @Test
    void backendRefusesThePlaceholderAsASecret() {
        assertThatIllegalArgumentException().isThrownBy(() -> ProxyTrust.sharedSecret(PLACEHOLDER));
    }

    @Test
    void everyProxiedLocationIncludesOneOfTheTwoFiles() throws IOException {
        String[] locations = squeezed("nginx.conf").split("location ", -1);
        assertThat(locations).hasSizeGreaterThan(2);
        for (int i = 1; i < locations.length; i++) {
            assertThat(locations[i]).matches("(?s).*(include authgear-(protect|strip)\\.conf;|internal;).*");
        }
    }

    @Test
    void everyIncludeThatIsCommentedOutIsThereToTake() throws IOException {
        Pattern optional = Pattern.compile("# include (\\S+\\.conf);");
        for (String file : List.of("nginx.conf", "authgear-resolver.conf")) {
            assertThat(optional.matcher(Files.readString(Path.of("../proxies/nginx", file)))
                            .results())
                    .isNotEmpty()
                    .allSatisfy(include -> assertThat(Path.of("../proxies/nginx", include.group(1)))
                            .exists());
        }
    }

    @Test
    void resolverIsAskedWithNothingOfTheClientsButItsCredentials() throws IOException {
        assertThat(squeezed("authgear-resolver.conf"))
                .contains(
                        "internal;",
                        "proxy_pass_request_headers off;",
                        "proxy_set_header Host $ag_project;",
                        "proxy_set_header X-Forwarded-Host $ag_project;",
                        "proxy_set_header X-Forwarded-Proto https;");
    }

    private static String squeezed(String file) throws IOException {
        return Files.readString(Path.of("../proxies/nginx", file))
                .replaceAll("(?m)#.*$", "")
                .replaceAll("\\s+", " ");
    }
}

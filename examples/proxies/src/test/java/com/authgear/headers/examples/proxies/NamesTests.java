package com.authgear.headers.examples.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.AuthgearHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No recipe forgets one of the nine names, where it sets and where it strips; nor the secret. */
final class NamesTests {
    private static final List<String> NAMES = Arrays.stream(AuthgearHeader.values())
            .map(header -> header.wireName().toLowerCase(Locale.ROOT))
            .toList();
    private static final String PLACEHOLDER = "openssl rand -hex 32";

    /** Where NAME stands for each of the nine. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            caddy/Caddyfile            | (?i)request_header @authgear_\\S+ NAME \\{http\\.reverse_proxy\\.header\\.NAME\\}
            haproxy/authgear.lua       | (?s)HEADERS = \\{[^}]*"NAME",
            envoy/authgear.lua         | (?s)HEADERS = \\{[^}]*"NAME",
            traefik/dynamic.yaml       | (?is)authgear-strip:.*NAME: ""
            """)
    void everyNameHasItsLine(String file, String pattern) throws IOException {
        for (String name : NAMES) {
            assertThat(read(file)).containsPattern(pattern.replace("NAME", Pattern.quote(name)));
        }
    }

    @Test
    void prefixesCoverEveryName() throws IOException {
        assertThat(read("caddy/Caddyfile")).contains("request_header -X-Authgear-*");
        assertThat(read("haproxy/haproxy.cfg")).contains("del-header x-authgear- -m beg");
        assertThat(NAMES).allMatch(name -> name.startsWith("x-authgear-"));
    }

    @ParameterizedTest
    @EnumSource(AuthgearHeader.class)
    void traefikCopiesWhatItsPatternMatches(AuthgearHeader header) throws IOException {
        String pattern = middleware("authgear-question").text("forwardAuth", "authResponseHeadersRegex");
        assertThat(Pattern.compile(pattern).matcher(header.wireName()).find()).isTrue();
    }

    @Test
    void traefikStripsOnEveryRouterOfTheEntryPointAndAsksBeforeTheSecret() throws IOException {
        Yaml entryPoint = Yaml.read(Path.of("traefik/traefik.yaml")).get(0).at("entryPoints", "public", "http");
        assertThat(entryPoint.texts("middlewares")).containsExactly("authgear-strip@file");
        assertThat(entryPoint.text("underscoreHeadersStrategy")).isEqualTo("delete");
        assertThat(middleware("authgear-protect").texts("chain", "middlewares"))
                .containsExactly("authgear-question", "authgear-secret");
        assertThat(middleware("authgear-secret").text("headers", "customRequestHeaders", "X-Proxy-Secret"))
                .isEqualTo(PLACEHOLDER);
    }

    @Test
    void apisixRemovesAndSetsEveryName() throws IOException {
        Yaml rules = Yaml.read(Path.of("apisix/apisix.yaml")).get(0);
        Yaml protect = rules.at("plugin_configs", 0, "plugins");
        assertThat(protect.texts("proxy-rewrite", "headers", "remove")).containsAll(NAMES);
        assertThat(protect.texts("forward-auth", "upstream_headers")).containsExactlyElementsOf(NAMES);
        assertThat(protect.text("proxy-rewrite", "headers", "set", "x-proxy-secret"))
                .isEqualTo(PLACEHOLDER);
        assertThat(protect.at("forward-auth", "allow_degradation").value()).isEqualTo(false);
        assertThat(rules.texts("plugin_configs", 1, "plugins", "proxy-rewrite", "headers", "remove"))
                .containsAll(NAMES)
                .contains("x-proxy-secret");
        assertThat(rules.list("routes"))
                .allMatch(route -> route.text("plugin_config_id").startsWith("authgear-"));
    }

    @Test
    void istioRunsTheLuaOfEnvoy() throws IOException {
        Yaml filter = Yaml.read(Path.of("istio/authgear.yaml"), "EnvoyFilter", "authgear");
        String lua = filter.text(
                "spec", "configPatches", 1, "patch", "value", "typed_config", "default_source_code", "inline_string");
        String ofEnvoy = read("envoy/authgear.lua")
                .replace("CLUSTER = \"authgear\"", "CLUSTER = \"outbound|443||app.authgear.example\"");
        assertThat(ofEnvoy).endsWith("\n" + lua);
        assertThat(lua).contains("function envoy_on_request", PLACEHOLDER);
    }

    @Test
    void ingressNginxSetsAndStripsEveryName() throws IOException {
        Path file = Path.of("kubernetes/ingress-nginx.yaml");
        Yaml protect = Yaml.read(file, "Ingress", "application").at("metadata", "annotations");
        String prefix = "nginx.ingress.kubernetes.io/";
        assertThat(protect.text(prefix + "auth-response-headers").split(",\\s*"))
                .containsExactlyElementsOf(NAMES);
        assertThat(protect.text(prefix + "configuration-snippet")).contains("x-proxy-secret \"" + PLACEHOLDER + "\"");
        assertThat(Yaml.read(file, "Ingress", "application-health")
                        .text("metadata", "annotations", prefix + "configuration-snippet")
                        .lines())
                .containsAll(NAMES.stream()
                        .map(name -> "proxy_set_header " + name + " \"\";")
                        .toList())
                .contains("proxy_set_header x-proxy-secret \"\";");
    }

    @Test
    void gatewayApiRemovesBeforeItAsksForEveryName() throws IOException {
        Yaml rules = Yaml.read(Path.of("kubernetes/gateway-api.yaml"), "HTTPRoute", "application")
                .at("spec", "rules");
        Yaml strip = rules.at(0, "filters", 0, "requestHeaderModifier");
        Yaml first = rules.at(1, "filters", 0, "requestHeaderModifier");
        Yaml second = rules.at(1, "filters", 1, "externalAuth");
        assertThat(strip.texts("remove")).containsAll(NAMES).contains("x-proxy-secret");
        assertThat(first.texts("remove")).containsAll(NAMES);
        assertThat(first.text("set", 0, "value")).isEqualTo(PLACEHOLDER);
        assertThat(second.texts("http", "allowedResponseHeaders")).containsExactlyElementsOf(NAMES);
    }

    /** So that one look tells whether it was replaced, and a test can. */
    @ParameterizedTest
    @ValueSource(strings = {"caddy", "haproxy", "traefik", "envoy", "apisix", "istio", "nginx"})
    void secretStandsInOnePlace(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            List<String> places = files.filter(file -> !file.toString().endsWith(".md"))
                    .flatMap(NamesTests::lines)
                    .filter(line -> line.contains(PLACEHOLDER))
                    .toList();
            assertThat(places).singleElement().asString().contains('"' + PLACEHOLDER + '"');
        }
    }

    private static Yaml middleware(String name) throws IOException {
        return Yaml.read(Path.of("traefik/dynamic.yaml")).get(0).at("http", "middlewares", name);
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of(file));
    }
}

package com.authgear.headers.examples.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.ProxyProgram;
import com.authgear.headers.harness.RawClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of all upgrades only WebSocket passes a recipe, in constant words. */
final class UpgradeTests {
    @ParameterizedTest
    @EnumSource
    void onlyWebSocketPasses(ProxyProgram program) throws Exception {
        UpgradeContract.isKeptBy(Rig.of(program));
    }

    /** So that the test above can fail: without a proxy these requests are granted HTTP/2. */
    @Test
    void theBackendAloneGrantsEveryUpgrade() throws IOException {
        try (EchoBackend backend = new EchoBackend()) {
            UpgradeTrial trial =
                    UpgradeTrial.run(RawClient.of(backend.port()), backend, new UpgradeRequests(1), 100, List.of("/"));
            assertThat(trial.wrong())
                    .anyMatch(
                            one -> one.contains("was granted RawResponse[status=101,") && one.contains("Upgrade: h2c"));
        }
    }

    @Test
    void noLineOfAFileForNginxCopiesWhatTheClientAsksFor() throws IOException {
        try (Stream<Path> proxies = Files.walk(Path.of("."), 2);
                Stream<Path> example = Files.list(Path.of("../nginx-jetty"))) {
            List<String> lines = Stream.concat(proxies, example)
                    .filter(file -> file.toString().matches(".*\\.(conf|yaml)"))
                    .flatMap(UpgradeTests::lines)
                    .filter(line -> line.contains("$http_upgrade") || line.contains("$http_connection"))
                    .toList();
            assertThat(lines)
                    .isNotEmpty()
                    .allMatch(line -> line.matches("(map|if \\().*"), "decides, and copies nothing");
        }
    }

    /** The controller's own line copies Upgrade, so what it may be is decided by these. */
    @Test
    void ingressNginxRefusesEveryOtherUpgrade() throws IOException {
        List<Pattern> allowed = Pattern.compile("if \\(\\$http_upgrade !~\\* \"(.*)\"\\) \\{\\s+return 400;")
                .matcher(Files.readString(Path.of("kubernetes/ingress-nginx.yaml")))
                .results()
                .map(MatchResult::group)
                .map(line -> Pattern.compile(line.replaceFirst("(?s).*\"(.*)\".*", "$1"), Pattern.CASE_INSENSITIVE))
                .toList();
        assertThat(allowed).hasSize(2).allSatisfy(pattern -> {
            assertThat(List.of("", "websocket", "WebSocket")).allMatch(pattern.asPredicate());
            assertThat(List.of("h2c", "websocket, h2c", "h2c, websocket", "websocket/13", ", h2c"))
                    .noneMatch(pattern.asPredicate());
        });
    }

    @Test
    void whereThereIsNoWebSocketUpgradeIsRemoved() throws IOException {
        Yaml apisix = Yaml.read(Path.of("apisix/apisix.yaml")).get(0);
        assertThat(apisix.list("routes"))
                .allMatch(route -> !route.value().toString().contains("enable_websocket=true"));
        for (Yaml rule : Yaml.read(Path.of("kubernetes/gateway-api.yaml"), "HTTPRoute", "application")
                .list("spec", "rules")) {
            assertThat(rule.texts("filters", 0, "requestHeaderModifier", "remove"))
                    .contains("upgrade", "connection", "http2-settings");
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().map(String::strip);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

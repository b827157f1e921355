package com.authgear.headers.examples.proxycheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The remedies that the report prints. */
final class RemediesTests {
    private static final Map<Kind, List<Path>> RECIPES = Map.of(
            Kind.NGINX, List.of(Path.of("../proxies/nginx")),
            Kind.CADDY, List.of(Path.of("../proxies/caddy")),
            Kind.HAPROXY, List.of(Path.of("../proxies/haproxy")));

    private final List<Check> checks = ProxyCheck.checks(ProxyTarget.of(URI.create("http://127.0.0.1:8080"))
            .withPaths("/", "/api")
            .withOpenPaths("/health"));

    @Test
    void everyCheckHasARemedyAndEveryRemedyACheck() {
        Remedies remedies = Remedies.of(Set.of(Kind.GENERIC));
        assertThat(checks)
                .allSatisfy(check -> assertThat(remedies.lines(check.mend()))
                        .as(check.name())
                        .containsKey(Kind.GENERIC));
        assertThat(remedies.keys())
                .isEqualTo(checks.stream().map(check -> check.mend().key()).collect(Collectors.toSet()));
    }

    @Test
    void everyLineStandsInTheRecipe() throws IOException {
        for (Map.Entry<Kind, List<Path>> recipe : RECIPES.entrySet()) {
            String text = squeezed(read(recipe.getValue()));
            for (Check check : checks) {
                Remedies.of(EnumSet.of(recipe.getKey()))
                        .lines(check.mend())
                        .forEach((kind, lines) -> assertThat(lines)
                                .as(kind + " " + check.name())
                                .allSatisfy(line -> assertThat(text).contains(squeezed(line))));
            }
        }
    }

    @Test
    void noPlaceholderIsLeft() {
        Remedies remedies = Remedies.of(Set.of(Kind.GENERIC, Kind.HAPROXY));
        assertThat(checks)
                .flatExtracting(check -> remedies.lines(check.mend()).values())
                .asString()
                .doesNotContainPattern("\\{[a-zA-Z]+}");
    }

    private static String read(List<Path> folders) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    text.append(Files.readString(file)).append('\n');
                }
            }
        }
        return text.toString();
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ");
    }
}

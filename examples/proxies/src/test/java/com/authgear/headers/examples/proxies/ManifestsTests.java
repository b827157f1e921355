package com.authgear.headers.examples.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not run here is read at least, and its parts fit together. */
final class ManifestsTests {
    private static final Path DEPLOYMENT = Path.of("../nginx-jetty");

    static Stream<Path> everyYaml() throws IOException {
        try (Stream<Path> recipes = Files.walk(Path.of("."), 2)) {
            return recipes.filter(file -> file.toString().endsWith(".yaml")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("everyYaml")
    void isYamlWithoutDoubleKeys(Path file) throws IOException {
        assertThat(Yaml.read(file)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"istio/authgear.yaml", "kubernetes/ingress-nginx.yaml", "kubernetes/gateway-api.yaml"})
    void everyObjectOfARecipeHasItsFields(String file) throws IOException {
        assertAreObjects(Path.of(file));
    }

    @Test
    void everyServiceSelectsADeployment() throws IOException {
        for (Path file : List.of(Path.of("kubernetes/adapter.yaml"), DEPLOYMENT.resolve("kubernetes.yaml"))) {
            assertAreObjects(file);
            Set<String> labels = ofKind(file, "Deployment")
                    .map(deployment -> deployment.text("spec", "template", "metadata", "labels", "app"))
                    .collect(Collectors.toSet());
            assertThat(ofKind(file, "Service").map(service -> service.text("spec", "selector", "app")))
                    .isNotEmpty()
                    .allMatch(labels::contains);
        }
    }

    @Test
    void nginxAndApplicationScaleEachOnItsOwn() throws IOException {
        Path file = DEPLOYMENT.resolve("kubernetes.yaml");
        assertThat(ofKind(file, "Deployment").map(deployment -> deployment.text("spec", "replicas")))
                .containsExactly("2", "3");
        Yaml scaled = ofKind(file, "HorizontalPodAutoscaler").findFirst().orElseThrow();
        assertThat(scaled.text("spec", "scaleTargetRef", "name")).isEqualTo("application");
    }

    /** What the start of the containers replaces must be what stands in the recipe. */
    @Test
    void composeFillsInWhatTheRecipeHas() throws IOException {
        Yaml compose = Yaml.read(DEPLOYMENT.resolve("compose.yaml")).get(0);
        String start = compose.text("configs", "start", "content");
        for (String place : List.of(
                "listen 127.0.0.1:8080",
                "http://127.0.0.1:8081",
                "http {",
                "http://127.0.0.1:8082",
                "app.authgear.example",
                "# include authgear-tls",
                "# include authgear-failures",
                "openssl rand -hex 32")) {
            assertThat(start).contains(place);
            assertThat(recipe()).contains(place);
        }
        assertThat(compose.text("services", "application", "healthcheck", "test"))
                .contains("8081/health");
    }

    private static String recipe() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(Path.of("nginx"))) {
            for (Path file : files.toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    private static void assertAreObjects(Path file) throws IOException {
        for (Yaml document : Yaml.read(file)) {
            assertThat(document.text("apiVersion")).isNotEmpty();
            assertThat(document.text("kind")).isNotEmpty();
            assertThat(document.text("metadata", "name")).isNotEmpty();
        }
    }

    private static Stream<Yaml> ofKind(Path file, String kind) throws IOException {
        return Yaml.read(file).stream().filter(document -> document.text("kind").equals(kind));
    }
}

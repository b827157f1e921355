package com.authgear.headers.examples.proxycheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.examples.front.NginxFront;
import com.authgear.headers.examples.front.NginxOfThisMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The recipe for NGINX. */
final class NginxTests {
    private static final Path FOLDER = Path.of("../nginx-jetty/nginx");

    @Test
    void everyCheckHoldsForTheRecipe() throws IOException {
        Path nginx = NginxOfThisMachine.orSkip();
        try (CheckedProxy proxy =
                CheckedProxy.start(FOLDER, (started, recipe) -> NginxFront.start(started, nginx, recipe))) {
            ProxyTarget target =
                    proxy.target().withPaths("/", "/deep/path?query=1").withOpenPaths("/health");
            List<Result> results = proxy.run(target, name -> true);
            assertThat(results).extracting(Result::name).contains("path:/deep/path?query=1", "open:/health");
            assertThat(results).allMatch(result -> result.verdict() == Result.Verdict.HELD);
        }
    }

    @ParameterizedTest
    @EnumSource(BrokenNginx.class)
    void whatIsWrongIsFoundByName(BrokenNginx broken) throws IOException {
        Path nginx = NginxOfThisMachine.orSkip();
        try (CheckedProxy proxy = CheckedProxy.start(
                FOLDER, (started, recipe) -> NginxFront.start(started, nginx, broken.edit.apply(recipe)))) {
            ProxyTarget target = proxy.target().withPaths("/", "/deep").withOpenPaths("/health");
            List<Result> results = proxy.run(
                    target, name -> broken.found.contains("resolver-hangs") || !name.equals("resolver-hangs"));
            results.stream()
                    .filter(Result::failed)
                    .forEach(r -> System.out.println("ZZ " + broken + " " + r.name() + " | "
                            + r.finding().map(f -> f.sent() + " | " + f.reached() + " | " + f.expected())));
            assertThat(results.stream().filter(Result::failed).map(Result::name))
                    .containsExactlyInAnyOrderElementsOf(broken.found);
        }
    }
}

package com.authgear.headers.examples.proxycheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.ProxyProgram;
import com.authgear.headers.harness.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The recipe for NGINX, whole and broken. */
final class NginxTests {
    private static CheckedProxy nginx(UnaryOperator<Recipe> changes) throws IOException {
        return CheckedProxy.of(ProxyProgram.NGINX, Path.of("../proxies/nginx"), changes);
    }

    @Test
    void everyCheckHoldsForTheRecipe() throws IOException {
        try (CheckedProxy proxy = nginx(UnaryOperator.identity())) {
            List<Result> results = proxy.run(proxy.target(), name -> true);
            assertThat(results).extracting(Result::name).contains("path:/deep", "open:/health");
            assertThat(results).allMatch(result -> result.verdict() == Result.Verdict.HELD);
        }
    }

    /** With the files beside it that cache, log and explain failures. */
    @Test
    void everyCheckHoldsForTheRecipeWithAllThatIsOptional() throws IOException {
        try (CheckedProxy proxy = nginx(NginxTests::withOptionalFiles)) {
            List<Result> results = proxy.run(proxy.target(), name -> !name.equals("resolver-hangs"));
            assertThat(CheckedProxy.failed(results)).as("%s", results).isEmpty();
            assertThat(results)
                    .filteredOn(result -> result.name().equals("resolver-error"))
                    .allSatisfy(result ->
                            assertThat(result.finding()).get().asString().contains("503"));
        }
    }

    private static Recipe withOptionalFiles(Recipe recipe) {
        Recipe changed = recipe;
        for (String file : List.of("cache-zone", "cache", "log", "failures")) {
            String line = "include authgear-" + file + ".conf;";
            changed = changed.with("# " + line, line);
        }
        return changed;
    }

    @ParameterizedTest
    @MethodSource("com.authgear.headers.examples.proxycheck.BrokenNginx#all")
    void faultIsFoundByName(BrokenRecipe broken) throws IOException {
        try (CheckedProxy proxy = nginx(broken.change())) {
            List<Result> results = proxy.run(proxy.target().withPatience(broken.patience()), broken::isJudged);
            assertThat(CheckedProxy.failed(results)).as("%s", results).isEqualTo(broken.found());
            assertThat(remedies(results)).contains(squeezed(broken.removed()));
        }
    }

    @Test
    void anUpgradeIsTriedOnEveryPath() throws IOException {
        try (CheckedProxy proxy = nginx(BrokenNginx.UPGRADE_ON_AN_OPEN_PATH.change())) {
            assertThat(proxy.run(proxy.target(), "h2c"::equals))
                    .filteredOn(Result::failed)
                    .singleElement()
                    .satisfies(result -> assertThat(result.finding().orElseThrow())
                            .returns("Upgrade: h2c", Finding::reached)
                            .extracting(Finding::sent)
                            .asString()
                            .startsWith("GET /health, Authorization: "));
        }
    }

    /** Two users who share a cache key get each other's answers. */
    @ParameterizedTest
    @ValueSource(strings = {"one-for-all", "$cookie_session"})
    void aCacheKeyWithoutCredentialsIsFoundByName(String key) throws IOException {
        try (CheckedProxy proxy = nginx(BrokenNginx.cache(key))) {
            ProxyTarget target = proxy.target().withPatience(Duration.ofSeconds(5));
            assertThat(CheckedProxy.failed(proxy.run(target, name -> !name.equals("resolver-hangs"))))
                    .contains("cache-two-users", "cache-nobody", "cache-app-access-token", "cache-app-session")
                    .contains("cache-cookie-case", "cache-cookie-tab", "cache-only-valid")
                    .contains("valid-without-roles", "valid-anonymous", "disabled-user")
                    .contains("invalid-bearer", "no-credential", "forged-twice", "forged-mixed-case")
                    .contains("resolver-silent", "resolver-slow", "resolver-back");
        }
    }

    private static String remedies(List<Result> results) {
        Remedies remedies = Remedies.of(Set.of(Kind.NGINX));
        return results.stream()
                .filter(Result::failed)
                .map(result -> remedies.lines(result.check().mend()))
                .map(lines -> squeezed(lines.toString()))
                .collect(Collectors.joining());
    }

    private static String squeezed(String line) {
        return line.replaceAll("\\s+", " ");
    }
}

package com.authgear.headers.examples.proxycheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.ProxyProgram;
import com.authgear.headers.harness.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The recipes for other proxies, whole and broken. */
final class RecipesTests {
    private static CheckedProxy proxy(ProxyProgram program, UnaryOperator<Recipe> changes) throws IOException {
        String folder = program.name().toLowerCase(Locale.ROOT);
        return CheckedProxy.of(program, Path.of("../proxies", folder), changes);
    }

    @ParameterizedTest
    @EnumSource(names = {"CADDY", "HAPROXY"})
    void everyCheckHolds(ProxyProgram program) throws IOException {
        try (CheckedProxy proxy = proxy(program, UnaryOperator.identity())) {
            List<Result> results = proxy.run(proxy.target(), name -> true);
            assertThat(results).allMatch(result -> result.verdict() == Result.Verdict.HELD);
        }
    }

    /** A proxy that itself answers requests without a user is safe, too. */
    @Test
    void everyCheckHoldsWhereTheProxyItselfRefusesNobody() throws IOException {
        String rule = "http-request deny deny_status 401 unless without_identity"
                + " || { req.hdr(x-authgear-session-valid) -m str true }";
        UnaryOperator<Recipe> change = BrokenRecipe.replacing("# Proves to the backend", rule + "\n  # Proves");
        try (CheckedProxy proxy = proxy(ProxyProgram.HAPROXY, change)) {
            List<Result> results = proxy.run(proxy.target(), name -> !name.startsWith("resolver-h"));
            assertThat(CheckedProxy.failed(results)).as("%s", results).isEmpty();
            assertThat(results)
                    .filteredOn(result -> result.name().equals("no-credential"))
                    .singleElement()
                    .satisfies(result ->
                            assertThat(result.finding().orElseThrow().reached()).isEqualTo("(not reached) 401"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', emptyValue = "", textBlock = """
            CADDY   | request_header -X-Authgear-*                      | ``                     | forged-session-* forged-user-* forged-all open:/health
            CADDY   | request_header -*_*                               | ``                     | alias-underscore
            CADDY   | request_header -*.*                               | ``                     | alias-dot
            CADDY   | request_header @authgear_no_websocket -Connection | ``                     | nominated-user-* nominated-session-valid nominated-session-amr nominated-session-authenticated-at nominated-secret
            CADDY   | request_header -X-Original-*                      | ``                     | tenant-x-original-host
            CADDY   | header_up X-Forwarded-Host app.authgear.example   | ``                     | tenant-host
            CADDY   | response_header_timeout 5s                        | ``                     | resolver-hangs
            CADDY   | error 503                                         | reverse_proxy BACKEND  | resolver-error resolver-unknown-project
            CADDY   | header @authgear_set_cookie +Set-Cookie           | # header               | clearing-cookie
            HAPROXY | http-request del-header x-authgear- -m beg        | ``                     | forged-session-* forged-user-* forged-all open:/health
            HAPROXY | http-request del-header [_.] -m reg               | ``                     | alias-underscore alias-dot
            HAPROXY | set-header connection upgrade if websocket        | del-header connection  | websocket
            HAPROXY | "x-authgear-user-roles",                          | ``                     | valid-bearer
            HAPROXY | -m bool }                                         | -m found }             | resolver-error resolver-unknown-project
            HAPROXY | "openssl rand -hex 32" unless without_identity    | "SECRET"               | open:/health
            """)
    void faultIsFoundByName(ProxyProgram program, String place, String value, String found) throws IOException {
        List<String> patterns = List.of(found.split(" ", -1));
        try (CheckedProxy proxy = proxy(program, BrokenRecipe.replacing(place, value))) {
            boolean waits = patterns.contains("resolver-hangs");
            ProxyTarget target = proxy.target().withPatience(Duration.ofSeconds(waits ? 7 : 5));
            List<Result> results = proxy.run(target, name -> patterns.contains(name) || !name.startsWith("resolver-"));
            assertThat(CheckedProxy.failed(results)).as("%s", results).isEqualTo(names(target, patterns));
        }
    }

    /** Recipes that detect WebSocket but also forward the other protocols of the list. */
    @ParameterizedTest
    @CsvSource({
        "CADDY, request_header @authgear_websocket Upgrade websocket",
        "HAPROXY, http-request set-header upgrade websocket if websocket",
        "HAPROXY, http-request del-header upgrade unless websocket"
    })
    void anUpgradeBesideWebSocketIsFoundWithItsRemedy(ProxyProgram program, String line) throws IOException {
        try (CheckedProxy proxy = proxy(program, BrokenRecipe.replacing(line, ""))) {
            List<Result> results = proxy.run(proxy.target(), name -> !name.startsWith("resolver-"));
            assertThat(results)
                    .filteredOn(Result::failed)
                    .singleElement()
                    .satisfies(result -> assertThat(result.name()).isEqualTo("h2c"))
                    .satisfies(result -> assertThat(Remedies.of(Set.of(Kind.valueOf(program.name())))
                                    .lines(result.check().mend()))
                            .asString()
                            .contains(line));
        }
    }

    private static Set<String> names(ProxyTarget target, List<String> patterns) {
        return ProxyCheck.checks(target).stream()
                .map(Check::name)
                .filter(new Selection(patterns, List.of()))
                .collect(Collectors.toSet());
    }
}

package com.authgear.headers.examples.proxies;

import static com.authgear.headers.harness.RowList.as;
import static com.authgear.headers.harness.RowList.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.Forgery;
import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import com.authgear.headers.resolverstub.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The includes for operating NGINX, one by one. */
final class NginxOperatingTests {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyFailureOfTheResolverIsA503ThatSaysWhenToComeBack() throws IOException {
        try (Rig rig = Rig.nginx(recipe -> Rig.on(recipe, "include authgear-failures.conf;")
                .with("proxy_read_timeout 5s;", "proxy_read_timeout 1s;"))) {
            for (Fault fault : List.of(Fault.Simple.ERROR_TEXT, Fault.Simple.NOT_FOUND, Fault.Simple.HANG)) {
                rig.resolver().fault(fault);
                assertUnavailable(rig);
            }
            rig.resolver().close();
            assertUnavailable(rig);
            assertThat(rig.backend().requests()).isZero();
            assertThat(rig.get("/health").status()).isEqualTo(200);
        }
    }

    @Test
    void theBackendsOwnErrorsAreLeftAlone() throws IOException {
        try (Rig rig = Rig.nginx(recipe -> Rig.on(recipe, "include authgear-failures.conf;"))) {
            RawResponse refused = rig.get(EchoBackend.REFUSED, bearer("alice"));
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.body()).contains("x-authgear-user-id: alice");
        }
    }

    /** Many servers have one; it must not turn a question that failed into one that was answered. */
    @Test
    void anErrorPageOfTheServerDoesNotLetARequestThrough() throws IOException {
        try (Rig rig = Rig.nginx(recipe -> recipe.with(
                "# include authgear-failures.conf;",
                "error_page 500 502 503 504 =200 /sorry; location = /sorry { return 200 sorry; }"))) {
            assertThat(rig.get("/", bearer("alice")).body()).contains("x-authgear-user-id: alice");
            rig.resolver().close();
            assertThat(rig.get("/", as("alice", Forgery.nine())).body()).isEqualTo("sorry");
            assertThat(rig.backend().requests()).isEqualTo(1);
        }
    }

    @Test
    void failedAuthenticationIsLimitedAndAValidSessionIsNot() throws IOException {
        String limiter = Rig.freeAddress();
        try (Rig rig = Rig.nginx(recipe -> Rig.on(
                        NginxCacheTests.withCache(recipe),
                        "include authgear-limit.conf;",
                        "include authgear-failures.conf;")
                .with("http://127.0.0.1:8082/_resolver/resolve", "http://" + limiter + "/_resolver/resolve")
                .with("127.0.0.1:8083", limiter)
                .with("rate=10r/s", "rate=1r/m")
                .with("burst=20", "burst=5"))) {
            assertThat(rig.get("/", bearer("alice")).status()).isEqualTo(200);
            for (int i = 0; i < 5; i++) {
                assertThat(rig.get("/", bearer("nobody" + i)).status()).isEqualTo(200);
            }
            RawResponse limited = rig.get("/", bearer("nobody5"));
            assertThat(limited.status()).isEqualTo(429);
            assertThat(limited.headers("Retry-After")).containsExactly("5");
            assertThat(rig.questions()).isEqualTo(6);
            assertThat(rig.get("/", bearer("alice")).body()).contains("x-authgear-user-id: alice");
            assertThat(rig.client()
                            .from(2)
                            .send(RawRequest.get("/", bearer("bob")))
                            .body())
                    .contains("x-authgear-user-id: bob");
        }
    }

    @Test
    void theLogTellsWhatTheResolverSaidAndNoCredential() throws IOException {
        Path log = folder.resolve("authgear.log");
        try (Rig rig = Rig.nginx(recipe -> Rig.on(recipe, "include authgear-log.conf;")
                .with("# access_log authgear.log authgear;", "access_log " + log + " authgear;"))) {
            // One after the other: each of NGINX's processes writes its own lines.
            rig.get("/orders?token=alice", bearer("alice"));
            Waiting.until(() -> Files.readAllLines(log).size() == 1);
            rig.get("/health");
            Waiting.until(() -> Files.readAllLines(log).size() == 2);
            rig.resolver().fault(Fault.Simple.ERROR_TEXT);
            rig.get("/", "Cookie: session=alice");
            Waiting.until(() -> Files.readAllLines(log).size() == 3);
        }
        List<JsonNode> lines = Files.readAllLines(log).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
        assertThat(lines).extracting(line -> text(line, "status")).containsExactly("200", "200", "500");
        assertThat(lines).extracting(line -> text(line, "resolver_status")).containsExactly("200", "", "500");
        assertThat(lines).extracting(line -> text(line, "session_valid")).containsExactly("true", "", "");
        assertThat(lines).extracting(line -> text(line, "path")).containsExactly("/orders", "/health", "/");
        assertThat(text(lines.get(0), "resolver_seconds")).matches("[0-9.]+");
        assertThat(Files.readString(log)).doesNotContain("alice", "Bearer", "secret");
    }

    @Test
    void theCountersAreForThisMachine() throws IOException {
        String status = Rig.freeAddress();
        try (Rig rig = Rig.nginx(
                recipe -> Rig.on(recipe, "include authgear-status.conf;").with("127.0.0.1:8084", status))) {
            assertThat(rig.get("/").status()).isEqualTo(200);
            RawClient client = RawClient.of(Integer.parseInt(status.substring(status.indexOf(':') + 1)));
            assertThat(client.send(RawRequest.get("/stub_status")).body()).contains("Active connections: ", "requests");
            assertThat(client.send(RawRequest.get("/")).status()).isEqualTo(404);
            assertThat(client.from(2).send(RawRequest.get("/stub_status")).status())
                    .isEqualTo(403);
        }
    }

    private static void assertUnavailable(Rig rig) throws IOException {
        RawResponse response = rig.get("/", as("alice", Forgery.nine()));
        assertThat(response.status()).isEqualTo(503);
        assertThat(response.headers("Retry-After")).containsExactly("5");
        assertThat(response.headers("Cache-Control")).containsExactly("no-store");
        assertThat(response.headers("Content-Type")).containsExactly("application/problem+json");
    }

    private static String text(JsonNode line, String field) {
        return line.path(field).asString();
    }
}

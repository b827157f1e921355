package com.authgear.headers.examples.proxies;

import static com.authgear.headers.harness.RowList.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.Recipe;
import com.authgear.headers.resolverstub.ResolverStub;
import com.authgear.headers.resolverstub.UserTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several server blocks behind the same includes: services.conf, and two projects in one NGINX. */
final class NginxProjectsTests {
    @TempDir
    private Path more = Path.of("");

    @Test
    void everyServiceGetsItsOwnRequestsWithIdentity() throws IOException {
        try (EchoBackend orders = new EchoBackend();
                EchoBackend invoices = new EchoBackend();
                Rig rig = Rig.nginx(recipe -> Rig.on(recipe, "include services.conf;")
                        .with("127.0.0.1:8085", "127.0.0.1:" + orders.port())
                        .with("127.0.0.1:8086", "127.0.0.1:" + invoices.port()))) {
            assertReaches(Visitor.ALICE, rig, "orders.example");
            assertReaches(Visitor.BOB, rig, "invoices.example");
            assertThat(orders.requests()).isEqualTo(1);
            assertThat(invoices.requests()).isEqualTo(1);
            assertThat(rig.backend().requests()).isZero();
        }
    }

    /** One cache for both, the same credentials: the answer is still that of the project. */
    @Test
    void aSessionOfOneProjectIsNoneOfAnother() throws IOException {
        try (ResolverStub other = ResolverStub.builder()
                        .host("other.authgear.example")
                        .trustProxy(true)
                        .users(UserTable.read(users()))
                        .build()
                        .start();
                Rig rig = Rig.nginx(recipe -> twoProjects(recipe, other.port()))) {
            assertReaches(Visitor.ALICE, rig, "app.example");
            assertThat(Echo.of(get(rig, "other.example", bearer("alice"))).identity())
                    .isEmpty();
            assertThat(get(rig, "other.example", bearer("bob"))).contains("x-authgear-user-id: the-other-bob");
            assertReaches(Visitor.BOB, rig, "app.example");
        }
    }

    private Recipe twoProjects(Recipe recipe, int otherResolver) {
        write("services.conf", """
                server {
                  listen 127.0.0.1:8080;
                  server_name other.example;
                  include authgear-resolver-other.conf;
                  location / { include authgear-protect.conf; proxy_pass http://127.0.0.1:8081; }
                }
                """);
        write(
                "authgear-resolver-other.conf",
                text(Path.of("nginx/authgear-resolver.conf"))
                        .replace("app.authgear.example", "other.authgear.example")
                        .replace("127.0.0.1:8082", "127.0.0.1:" + otherResolver));
        return Rig.on(NginxCacheTests.withCache(recipe.and(more)), "include services.conf;");
    }

    private Path users() {
        write("users.json", "{\"bob\": {\"userId\": \"the-other-bob\"}}");
        return more.resolve("users.json");
    }

    private static void assertReaches(Visitor visitor, Rig rig, String host) throws IOException {
        String name = visitor.name().toLowerCase(Locale.ROOT);
        assertThat(visitor.reached(Rig.SECRET).holds())
                .accepts(rig.client().named(host).send(RawRequest.get("/", bearer(name))));
    }

    private static String get(Rig rig, String host, String line) throws IOException {
        return rig.client().named(host).send(RawRequest.get("/", line)).body();
    }

    private void write(String name, String text) {
        try {
            Files.writeString(more.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

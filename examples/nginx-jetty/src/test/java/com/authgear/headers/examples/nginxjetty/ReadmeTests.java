package com.authgear.headers.examples.nginxjetty;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.examples.front.Backend;
import com.authgear.headers.examples.front.Deployment;
import com.authgear.headers.harness.Forgery;
import com.authgear.headers.harness.Ports;
import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;

/** The blocks of the README and {@code docs/} for servlets do what the pages say. */
final class ReadmeTests {
    private static final String SECRET = System.getenv(Backend.SECRET_VARIABLE);
    private static final Path README = Path.of("../../README.md");

    @Test
    void programOfTheJavaBlocksProtects() throws IOException, InterruptedException {
        ServletContextHandler context = new ServletContextHandler("/");
        context.addEventListener(new ReadmeSnippets.Security());
        context.addEventListener(new ServletContextListener() {
            @Override
            public void contextInitialized(ServletContextEvent event) {
                ReadmeSnippets.registerStepUp(event.getServletContext());
            }
        });
        context.addServlet(new ReadmeSnippets.NameServlet(), "/*");
        Server jetty = new Server();
        jetty.setHandler(context);
        try (JettyBackend server = JettyBackend.start(jetty, 0)) {
            RawClient client = RawClient.of(server.port());
            RawRequest alice = RawRequest.get("/name", Forgery.nine()).with("Cookie: session=x");
            assertThat(client.send(alice.with("x-proxy-secret: " + SECRET)).body())
                    .isEqualTo("mallory");
            assertThat(client.send(alice).status()).isEqualTo(401);
            assertThat(client.send(alice.to("/account/x").with("x-proxy-secret: " + SECRET))
                            .header("WWW-Authenticate"))
                    .contains("Bearer error=\"insufficient_user_authentication\", max_age=300");
            assertThat(client.send(alice.to("/transfer").with("x-proxy-secret: " + SECRET))
                            .status())
                    .isEqualTo(401);
            assertThat(client.send(alice.by("POST").with("x-proxy-secret: " + SECRET))
                            .header("WWW-Authenticate"))
                    .contains("Bearer error=\"insufficient_user_authentication\", max_age=300");
            assertThat(client.send(RawRequest.get("/public/x")).body()).isEqualTo("nobody");
            URI page = URI.create("http://127.0.0.1:" + server.port() + "/name");
            HttpRequest.Builder request = HttpRequest.newBuilder(page);
            ReadmeSnippets.test(SECRET, request, page);
            assertThat(HttpClient.newHttpClient()
                            .send(request.build(), HttpResponse.BodyHandlers.ofString())
                            .body())
                    .isEqualTo("alice");
        }
    }

    @Test
    void listenerCountsInConstantWords() throws IOException {
        Map<String, Integer> counts = new ConcurrentHashMap<>();
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServletContainerInitializer((classes, servletContext) -> ReadmeSnippets.counting(
                        ProxyTrust.sharedSecretEnvironment(Backend.SECRET_VARIABLE), counts)
                .register(servletContext));
        context.addServlet(new ReadmeSnippets.NameServlet(), "/*");
        Server jetty = new Server();
        jetty.setHandler(context);
        try (JettyBackend server = JettyBackend.start(jetty, 0)) {
            RawClient client = RawClient.of(server.port());
            RawRequest alice = RawRequest.get("/name", Forgery.nine()).with("Cookie: session=x");
            client.send(alice);
            client.send(alice.with("x-proxy-secret: " + SECRET));
            client.send(alice.with("x-proxy-secret: " + SECRET, "x-authgear-user-id: alice"));
            assertThat(counts)
                    .isEqualTo(Map.of("UNTRUSTED secret_missing", 1, "VALID none", 1, "MALFORMED duplicate_header", 1));
        }
    }

    @Test
    void browserIsSentToTheLoginOfTheSnippet() throws IOException {
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServletContainerInitializer((classes, servletContext) -> ReadmeSnippets.sendToLogin(servletContext));
        Server jetty = new Server();
        jetty.setHandler(context);
        try (JettyBackend server = JettyBackend.start(jetty, 0)) {
            RawRequest page = RawRequest.get("/cart", "x-proxy-secret: " + SECRET);
            RawClient client = RawClient.of(server.port());
            assertThat(client.send(page.with("Accept: text/html")).header("Location"))
                    .hasValueSatisfying(address -> assertThat(address)
                            .startsWith("https://auth.example.com/oauth2/authorize?client_id=the-id-of-your-client&"));
            assertThat(client.send(page.with("Accept: */*")).status()).isEqualTo(401);
        }
    }

    @Test
    void commandsAreTheTwoThatCiRuns() throws IOException {
        assertThat(Files.readString(README))
                .containsOnlyOnce("```\nexamples/nginx-jetty/run\n```")
                .containsOnlyOnce("```\nmvn verify\n```");
        assertThat(Path.of("run")).isExecutable();
        assertThat(Files.readString(Path.of("../../.ci/run")))
                .contains("\"examples/$example/run\" --check", "mvn -B -ntp clean verify");
    }

    @Test
    void numberOfRequestsIsTheNumberOfRows() throws IOException {
        try (Deployment deployment =
                new Deployment(Optional.empty(), Path.of("../proxies/nginx"), Ports.ANY, Main::start, SECRET)) {
            assertThat(Files.readString(README))
                    .contains("sends " + ExampleRows.of(deployment).size() + " requests");
        }
    }
}

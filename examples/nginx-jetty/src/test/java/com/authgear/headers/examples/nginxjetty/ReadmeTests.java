package com.authgear.headers.examples.nginxjetty;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.examples.front.Backend;
import com.authgear.headers.examples.front.Deployment;
import com.authgear.headers.harness.Forgery;
import com.authgear.headers.harness.Ports;
import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;

/** Every block of the README is a piece of something that is compiled or run. */
final class ReadmeTests {
    private static final String SECRET = System.getenv(Backend.SECRET_VARIABLE);
    private static final String SNIPPETS = "src/test/java/com/authgear/headers/examples/nginxjetty/ReadmeSnippets.java";
    private static final String SPRING = "../../authgear-headers-spring/README.md";

    /** Or in the README of the Spring module, whose blocks the suite in integration-tests compiles and runs. */
    @Test
    void javaBlocksStandInTheProgramBelow() throws IOException {
        List<String> blocks = Readme.read().blocks("java");
        assertThat(blocks).hasSizeGreaterThan(5);
        for (String block : blocks) {
            assertStandsIn(block, block.startsWith("@") ? SPRING : SNIPPETS);
        }
    }

    @Test
    void propertiesStandInTheReadmeOfTheSpringModule() throws IOException {
        for (String language : List.of("properties", "yaml")) {
            assertThat(Readme.read().blocks(language))
                    .singleElement()
                    .satisfies(block -> assertStandsIn(block, SPRING));
        }
    }

    @Test
    void programOfTheJavaBlocksProtects() throws IOException, InterruptedException {
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServletContainerInitializer((classes, servletContext) -> ReadmeSnippets.register(servletContext));
        context.addServletContainerInitializer((classes, app) -> ReadmeSnippets.registerStepUp(app));
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
            assertThat(client.send(alice.to("/admin/x").with("x-proxy-secret: " + SECRET))
                            .body())
                    .isEqualTo("mallory");
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
    void nginxBlockStandsInTheConfiguration() throws IOException {
        assertThat(Readme.read().blocks("nginx"))
                .singleElement()
                .satisfies(block -> assertStandsIn(block, "../proxies/nginx/nginx.conf"));
    }

    @Test
    void xmlBlocksAreTheArtifactAndThePieceOfTheDescriptor() throws IOException {
        List<String> blocks = Readme.read().blocks("xml");
        assertThat(blocks).hasSize(2);
        String version = Files.readString(Path.of("../../pom.xml")).replaceAll("(?s).*?<version>([^<]+)<.*", "$1");
        assertThat(blocks.get(0)).contains("<artifactId>authgear-headers-servlet<", "<version>" + version + "<");
        assertStandsIn(blocks.get(1), "src/main/resources/webxml/WEB-INF/web.xml");
    }

    @Test
    void commandsAreTheTwoThatCiRuns() throws IOException {
        assertThat(Readme.read().blocks("")).containsExactly("examples/nginx-jetty/run\n", "mvn verify\n");
        assertThat(Path.of("run")).isExecutable();
        assertThat(Files.readString(Path.of("../../.ci/run")))
                .contains("\"examples/$example/run\" --check", "mvn -B -ntp clean verify");
    }

    @Test
    void numberOfRequestsIsTheNumberOfRows() throws IOException {
        try (Deployment deployment =
                new Deployment(Optional.empty(), Path.of("../proxies/nginx"), Ports.ANY, Main::start, SECRET)) {
            assertThat(Readme.read().text())
                    .contains("sends " + Rows.of(deployment).size() + " requests");
        }
    }

    @Test
    void everyRelativeLinkLeadsSomewhere() throws IOException {
        assertThat(java.util.regex.Pattern.compile("\\]\\((?!http)([^)#]+)\\)")
                        .matcher(Readme.read().text())
                        .results()
                        .map(link -> Path.of("../..", link.group(1))))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file).exists());
    }

    private static void assertStandsIn(String block, String file) throws IOException {
        assertThat(Readme.bare(Files.readString(Path.of(file)))).contains(Readme.bare(block));
    }
}

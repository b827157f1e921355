package com.authgear.headers.resolverstub;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The snippet of the README works, and is the one that is tested here. */
class ReadmeTests {
    private static final String AUTHORIZE =
            "/oauth2/authorize?client_id=app&redirect_uri=http://127.0.0.1:8080/authgear/"
                    + "callback&response_type=none&scope=openid&prompt=login&x_page=login&state=s";

    @RegisterExtension
    static ResolverStubExtension resolver = new ResolverStubExtension();

    @Test
    void extension() throws IOException {
        assertThat(ask(resolver.stub().uri().resolve("/resolve")).header("X-Authgear-User-Id"))
                .contains("alice");
    }

    @Test
    void snippet() throws Exception {
        try (ResolverStub stub = ResolverStub.builder().trustProxy(true).build().start()) {
            URI resolver = stub.uri().resolve("/_resolver/resolve"); // what your proxy asks
            assertThat(ask(resolver).header("X-Authgear-User-Id")).contains("alice");

            stub.fault(Fault.Simple.ERROR_JSON);
            assertThat(ask(resolver).status()).isEqualTo(500);

            List<RecordedRequest> asked = stub.requests();
            assertThat(asked).extracting(RecordedRequest::bodyLength).containsOnly(0L);

            stub.client("app", List.of("http://127.0.0.1:8080/authgear/callback"), List.of("http://127.0.0.1:8080/"));
            List<String> scopes = List.of("openid", "https://authgear.com/scopes/full-access");
            String hint = ResolverStub.idToken("erin", "app", scopes);
            stub.reauthenticate("erin"); // every session of hers is younger, and had a password only
            assertThat(Visitor.at(stub)
                            .get(AUTHORIZE + "&id_token_hint=" + hint)
                            .body())
                    .contains("<h1>Log in again</h1>");
        }
    }

    private static RawResponse ask(URI resolver) throws IOException {
        return RawClient.of(resolver.getPort()).send(RawRequest.get(resolver.getPath(), "Authorization: Bearer alice"));
    }

    /** With the client that the program registers by itself. */
    @Test
    void commands() throws IOException {
        List<String> targets = Pattern.compile("curl -i .*http://127\\.0\\.0\\.1:8082(/[^' \n]*)")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(command -> command.group(1))
                .toList();
        assertThat(targets).hasSize(3).contains("/resolve", AUTHORIZE);
        Visitor nobody = Visitor.at(resolver.stub());
        resolver.stub().client("app", option("--redirect-uri"), option("--post-logout-uri"));
        assertThat(nobody.submit(nobody.get(AUTHORIZE), "user=bob").header("Location"))
                .contains("http://127.0.0.1:8080/authgear/callback?state=s");
        assertThat(nobody.get(targets.get(2)).header("Location")).contains("http://127.0.0.1:8080/?state=s");
    }

    private static List<String> option(String name) {
        return List.of(Main.commandLine().getCommandSpec().findOption(name).defaultValue());
    }

    @Test
    void everyOptionIsNamed() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        List<String> named = Pattern.compile("`(--[a-z-]+)")
                .matcher(readme)
                .results()
                .map(option -> option.group(1))
                .distinct()
                .toList();
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        Main.commandLine().getCommandSpec().optionsMap().keySet());
    }

    @Test
    void theReadmeShowsNothingElse() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String code = Pattern.compile("(?s)```java\n(.*?)```")
                .matcher(readme)
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining());
        List<String> here =
                Files.readAllLines(Path.of("src/test/java/com/authgear/headers/resolverstub/ReadmeTests.java")).stream()
                        .map(String::strip)
                        .toList();
        assertThat(code.lines().map(String::strip).toList()).isNotEmpty().isSubsetOf(here);
        assertThat(readme.lines()).hasSizeLessThanOrEqualTo(98);
    }
}

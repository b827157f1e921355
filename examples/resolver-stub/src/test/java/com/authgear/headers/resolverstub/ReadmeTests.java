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
        }
    }

    private static RawResponse ask(URI resolver) throws IOException {
        return RawClient.of(resolver.getPort()).send(RawRequest.get(resolver.getPath(), "Authorization: Bearer alice"));
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
        assertThat(readme.lines()).hasSizeLessThanOrEqualTo(60);
    }
}

package com.authgear.headers.examples.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.examples.proxies.Rig;
import com.authgear.headers.examples.proxycheck.ProxyCheck;
import com.authgear.headers.examples.proxycheck.ProxyTarget;
import com.authgear.headers.examples.proxycheck.Result;
import com.authgear.headers.harness.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProxyCheckTests {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyCheckHolds() throws IOException {
        try (ProxyCheck check = ProxyCheck.start(0, 0);
                Gateway gateway =
                        Gateway.start(folder, new Ports(0, check.backendPort(), check.resolverPort()), Rig.SECRET)) {
            ProxyTarget target = ProxyTarget.of(URI.create("http://127.0.0.1:" + gateway.port()))
                    .withPaths("/", "/deep")
                    .withOpenPaths("/health");
            List<Result> results = check.run(target, name -> true, (number, of, name) -> {});
            assertThat(results).hasSizeGreaterThan(60).allMatch(result -> result.verdict() == Result.Verdict.HELD);
        }
    }
}

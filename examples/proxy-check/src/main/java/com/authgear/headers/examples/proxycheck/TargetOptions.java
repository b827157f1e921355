package com.authgear.headers.examples.proxycheck;

import com.authgear.headers.ProxyTrust;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that describe the proxy. */
final class TargetOptions {
    @Option(
            names = "--proxy",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "the proxy (${DEFAULT-VALUE})")
    private URI proxy = URI.create("");

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = "call it so in Host, for a proxy that serves several names")
    private @Nullable String host;

    @Option(
            names = "--path",
            paramLabel = "PATH",
            defaultValue = "/",
            description = "a protected path; everything is checked on the first, forgeries on each (/)")
    private List<String> paths = List.of();

    @Option(
            names = "--open-path",
            paramLabel = "PATH",
            description = "a path that the proxy passes on without identity")
    private List<String> openPaths = List.of();

    @Option(
            names = "--secret-header",
            paramLabel = "NAME",
            defaultValue = ProxyTrust.DEFAULT_SECRET_HEADER,
            description = "the header of the shared secret (${DEFAULT-VALUE})")
    private String secretHeader = "";

    @Option(names = "--no-secret", description = "the proxy shares no secret with the backend")
    private boolean noSecret;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "15",
            description = "how long the proxy may take for an answer (${DEFAULT-VALUE})")
    private int patience;

    ProxyTarget target() {
        Optional<String> secret = noSecret ? Optional.empty() : Optional.of(secretHeader);
        return new ProxyTarget(
                proxy, Optional.ofNullable(host), paths, openPaths, secret, Duration.ofSeconds(patience));
    }
}

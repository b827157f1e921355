package com.authgear.headers.examples.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.ProxyProgram;
import com.authgear.headers.harness.RawResponse;
import com.authgear.headers.harness.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A resolver over https is believed only with a certificate of its name from an authority that is trusted. */
final class TlsTests {
    @TempDir
    private static Path folder = Path.of("");

    private static Path authority = Path.of("");
    private static Path otherAuthority = Path.of("");
    private static SSLContext project;
    private static SSLContext otherName;

    @BeforeAll
    static void issueCertificates() throws IOException, GeneralSecurityException {
        Authority issuer = new Authority(folder.resolve("authority"));
        authority = issuer.certificate();
        otherAuthority = new Authority(folder.resolve("other")).certificate();
        project = issuer.issue(Rig.PROJECT);
        otherName = issuer.issue("other.authgear.example");
    }

    @Test
    void nginxVerifiesTheResolver() throws IOException {
        verifies((port, trusted) -> Rig.nginx(recipe -> nginx(recipe, port, trusted)));
    }

    @Test
    void caddyVerifiesTheResolver() throws IOException {
        String authorities = "tls_trusted_ca_certs /etc/ssl/certs/ca-certificates.crt";
        verifies((port, trusted) -> Rig.of(
                ProxyProgram.CADDY,
                Path.of("caddy"),
                recipe -> Rig.on(recipe, "tls_server_name " + Rig.PROJECT)
                        .with("# " + authorities, "tls_trusted_ca_certs " + trusted)
                        .with("reverse_proxy 127.0.0.1:8082", "reverse_proxy https://127.0.0.1:" + port)));
    }

    @Test
    void haproxyVerifiesTheResolver() throws IOException {
        verifies((port, trusted) -> Rig.of(
                ProxyProgram.HAPROXY,
                Path.of("haproxy"),
                recipe -> recipe.with("http://127.0.0.1:8082", "https://127.0.0.1:" + port)
                        .with("/etc/ssl/certs/ca-certificates.crt", trusted.toString())));
    }

    private static Recipe nginx(Recipe recipe, int port, Path trusted) {
        return Rig.on(recipe, "include authgear-tls.conf;")
                .with("http://127.0.0.1:8082/_resolver", "https://127.0.0.1:" + port + "/_resolver")
                .with("/etc/ssl/certs/ca-certificates.crt", trusted.toString());
    }

    /** Starts a proxy that asks at a port of https and trusts one authority. */
    @FunctionalInterface
    private interface Starter {
        Rig start(int port, Path trusted) throws IOException;
    }

    private static void verifies(Starter starter) throws IOException {
        assertThat(answer(starter, project, authority))
                .matches(Visitor.BOB.reached(Rig.SECRET).holds());
        assertThat(answer(starter, otherName, authority).status()).isBetween(500, 599);
        assertThat(answer(starter, project, otherAuthority).status()).isBetween(500, 599);
    }

    private static RawResponse answer(Starter starter, SSLContext certificate, Path trusted) throws IOException {
        try (TlsResolver resolver = new TlsResolver(certificate);
                Rig rig = starter.start(resolver.port(), trusted)) {
            return rig.get("/", "Authorization: Bearer bob");
        }
    }
}

package com.authgear.headers.examples.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.examples.front.ProxyProgram;
import com.authgear.headers.examples.front.Recipe;
import com.authgear.headers.rawhttp.RawResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A resolver over https is believed only with a certificate of its name from an authority that is trusted. */
final class TlsTests {
    @TempDir
    private static Path folder = Path.of("");

    private static Certificates right;
    private static Certificates otherName;
    private static Certificates otherAuthority;

    @BeforeAll
    static void makeCertificates() throws IOException {
        right = new Certificates(folder.resolve("right"), Rig.PROJECT);
        otherName = new Certificates(folder.resolve("other-name"), "other.authgear.example");
        otherAuthority = new Certificates(folder.resolve("other-authority"), Rig.PROJECT);
    }

    @Test
    void nginxVerifiesTheResolver() throws IOException, GeneralSecurityException {
        verifies((port, authority) -> Rig.nginx(recipe -> nginx(recipe, port, authority)));
    }

    @Test
    void caddyVerifiesTheResolver() throws IOException, GeneralSecurityException {
        String authorities = "tls_trusted_ca_certs /etc/ssl/certs/ca-certificates.crt";
        verifies((port, authority) -> Rig.of(
                ProxyProgram.CADDY,
                Path.of("caddy"),
                recipe -> Rig.on(recipe, "tls_server_name " + Rig.PROJECT)
                        .with("# " + authorities, "tls_trusted_ca_certs " + authority)
                        .with("reverse_proxy 127.0.0.1:8082", "reverse_proxy https://127.0.0.1:" + port)));
    }

    @Test
    void haproxyVerifiesTheResolver() throws IOException, GeneralSecurityException {
        verifies((port, authority) -> Rig.of(
                ProxyProgram.HAPROXY,
                Path.of("haproxy"),
                recipe -> recipe.with("http://127.0.0.1:8082", "https://127.0.0.1:" + port)
                        .with("/etc/ssl/certs/ca-certificates.crt", authority.toString())));
    }

    private static Recipe nginx(Recipe recipe, int port, Path authority) {
        return Rig.on(recipe, "include authgear-tls.conf;")
                .with("http://127.0.0.1:8082/_resolver", "https://127.0.0.1:" + port + "/_resolver")
                .with("/etc/ssl/certs/ca-certificates.crt", authority.toString());
    }

    /** Starts a proxy that asks at a port of https and trusts one authority. */
    @FunctionalInterface
    private interface Starter {
        Rig start(int port, Path authority) throws IOException;
    }

    private static void verifies(Starter starter) throws IOException, GeneralSecurityException {
        assertThat(answer(starter, right, right.authority()))
                .matches(Visitor.BOB.reached(Rig.SECRET).holds());
        assertThat(answer(starter, otherName, otherName.authority()).status()).isBetween(500, 599);
        assertThat(answer(starter, otherAuthority, right.authority()).status()).isBetween(500, 599);
    }

    private static RawResponse answer(Starter starter, Certificates certificates, Path authority)
            throws IOException, GeneralSecurityException {
        try (TlsResolver resolver = new TlsResolver(certificates);
                Rig rig = starter.start(resolver.port(), authority)) {
            return rig.get("/", "Authorization: Bearer bob");
        }
    }
}

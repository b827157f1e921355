package com.authgear.headers.soak;

import com.authgear.headers.examples.front.Backend;
import com.authgear.headers.harness.Ports;
import com.authgear.headers.harness.ProxyProgram;
import com.authgear.headers.harness.Recipe;
import com.authgear.headers.harness.Started;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

/** Resolver stub, Jetty, Tomcat, and the NGINX of the example in front of both. */
final class Site implements AutoCloseable {
    private final Started started = Started.withExitHook();
    private final Resolver resolver;
    private final Backend jetty;
    private final Backend tomcat;
    private final Nginx nginx;

    Site(Path program, Path configuration) throws IOException {
        String secret = UUID.randomUUID() + "-" + UUID.randomUUID();
        try {
            resolver = started.start(Resolver::start);
            jetty = started.start(() -> JettyBackend.start(secret));
            tomcat = started.start(() -> TomcatBackend.start(secret));
            nginx = new Nginx(ProxyProgram.NGINX.start(started, program, recipe(configuration, secret)));
        } catch (IOException | RuntimeException e) {
            started.close();
            throw e;
        }
    }

    Resolver resolver() {
        return resolver;
    }

    Nginx nginx() {
        return nginx;
    }

    int port(Target target) {
        return switch (target) {
            case NGINX -> nginx.port();
            case JETTY -> jetty.port();
            case TOMCAT -> tomcat.port();
        };
    }

    @Override
    public void close() {
        started.close();
    }

    /**
     * The files of the example, with both backends behind every location, in turn, on connections that all users share:
     * where identities could be mixed up. What NGINX says of each failure is left out: failures are what this is about.
     */
    private Recipe recipe(Path configuration, String secret) {
        String backends = server(jetty.port()) + server(tomcat.port());
        return Recipe.of(configuration, new Ports(0, jetty.port(), resolver.port()), secret)
                .with("error_log stderr warn;", "error_log stderr crit;")
                .with(
                        "client_max_body_size 10m;",
                        "client_max_body_size 10m;\n" + upstream("backends", backends)
                                + upstream("resolver", server(resolver.port())))
                .with("http://127.0.0.1:8081", "http://backends")
                .with("http://127.0.0.1:8082", "http://resolver");
    }

    /** One that failed is asked again: it is the client who broke the request, or the next one finds it well. */
    private static String server(int port) {
        return " server 127.0.0.1:" + port + " max_fails=0;";
    }

    /** Connections end before the servers end them, lest a request is sent into the end of one. */
    private static String upstream(String name, String servers) {
        return "upstream " + name + " {" + servers + " keepalive 64; keepalive_timeout 10s; }\n";
    }
}

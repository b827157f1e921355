package com.authgear.headers.examples.gateway;

import com.authgear.headers.examples.proxies.Rig;
import com.authgear.headers.harness.Front;
import com.authgear.headers.harness.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/**
 * The gateway with its own application.yml, in which the addresses and the secret are filled in.
 *
 * @param context the application
 */
record Gateway(WebServerApplicationContext context) implements Front {
    static Gateway start(Path folder, Ports ports, String secret) throws IOException {
        Path settings = folder.resolve("application.yml");
        Files.writeString(
                settings,
                Files.readString(Path.of("spring-cloud-gateway/src/main/resources/application.yml"))
                        .replace("127.0.0.1:8081", "127.0.0.1:" + ports.backend())
                        .replace("127.0.0.1:8082", "127.0.0.1:" + ports.resolver())
                        .replace("openssl rand -hex 32", secret));
        return new Gateway((WebServerApplicationContext) SpringApplication.run(
                GatewayApplication.class, "--spring.config.location=" + settings.toUri(), "--server.port=0"));
    }

    static Rig rig(Path folder) throws IOException {
        return new Rig((started, ports) -> started.start(() -> start(folder, ports, Rig.SECRET)));
    }

    @Override
    public String description() {
        return "Spring Cloud Gateway";
    }

    @Override
    public int port() {
        return Objects.requireNonNull(context.getWebServer()).getPort();
    }

    @Override
    public void close() {
        SpringApplication.exit(context);
    }
}

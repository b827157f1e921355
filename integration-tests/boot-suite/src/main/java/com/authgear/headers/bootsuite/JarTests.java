package com.authgear.headers.bootsuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.spring.boot.AuthgearHeadersAutoConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;

/** The suite runs on the intended line of Spring Boot, and with the deployed jars. */
final class JarTests {
    @Test
    void thisLineIsTheOneThatTheModuleNames() {
        assertThat(SpringBootVersion.getVersion()).isEqualTo(System.getProperty("spring-boot.version"));
    }

    @Test
    @SuppressWarnings("SystemOut") // the build's log is where the lines are compared
    void jarIsRunAndNotItsClasses() throws Exception {
        Path jar = Path.of(AuthgearHeadersAutoConfiguration.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        assertThat(jar.getFileName().toString())
                .startsWith("authgear-headers-spring")
                .endsWith(".jar");
        System.out.println("Spring Boot " + SpringBootVersion.getVersion() + " ran " + jar.getFileName() + " sha256="
                + sha256(jar));
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}

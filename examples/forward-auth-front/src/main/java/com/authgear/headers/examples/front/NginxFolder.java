package com.authgear.headers.examples.front;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A private copy of the configuration, with the ports and the secret of this start filled in. */
record NginxFolder(Path path) implements AutoCloseable {
    private static final String SECRET_PLACE = "\"openssl rand -hex 32\"";
    private static final List<String> OTHER_MODULES = List.of("fastcgi", "uwsgi", "scgi");

    static NginxFolder create() throws IOException {
        return new NginxFolder(Files.createTempDirectory("authgear-nginx"));
    }

    void fill(Path configuration, Ports ports, String secret, Path nginx) throws IOException {
        String conf = Files.readString(configuration.resolve("nginx.conf"));
        conf = filled(conf, "127.0.0.1:8080;", "127.0.0.1:" + ports.front() + ";");
        conf = filled(conf, "127.0.0.1:8081;", "127.0.0.1:" + ports.backend() + ";");
        conf = filled(conf, "127.0.0.1:8082", "127.0.0.1:" + ports.resolver());
        conf = filled(conf, "access_log off;", "access_log off;\n" + temporaryPaths(nginx));
        write("nginx.conf", conf);
        String protect = Files.readString(configuration.resolve("authgear-protect.conf"));
        write("authgear-protect.conf", filled(protect, SECRET_PLACE, '"' + secret + '"'));
        write("authgear-strip.conf", Files.readString(configuration.resolve("authgear-strip.conf")));
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder()).forEach(NginxFolder::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** NGINX makes a folder for every module it was built with, by default where only root may. */
    private static String temporaryPaths(Path nginx) throws IOException {
        Process version = new ProcessBuilder(nginx.toString(), "-V")
                .redirectErrorStream(true)
                .start();
        try (InputStream output = version.getInputStream()) {
            String options = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            StringBuilder lines = new StringBuilder();
            OTHER_MODULES.stream()
                    .filter(module -> !options.contains("--without-http_" + module + "_module"))
                    .forEach(module -> lines.append(module)
                            .append("_temp_path ")
                            .append(module)
                            .append("_temp;\n"));
            return lines.toString();
        }
    }

    private static String filled(String text, String place, String value) {
        if (!text.contains(place)) {
            throw new IllegalStateException("the NGINX files lack the place to fill in: " + place);
        }
        return text.replace(place, value);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(path.resolve(name), text);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

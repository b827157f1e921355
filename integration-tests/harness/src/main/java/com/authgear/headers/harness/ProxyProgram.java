package com.authgear.headers.harness;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A proxy that runs as a program, in the foreground, with the files of one folder. */
public enum ProxyProgram {
    NGINX("NGINX", "-p", ".", "-e", "stderr", "-c", "nginx.conf", "-g") {
        @Override
        Recipe adapted(Recipe recipe, Path executable) throws IOException {
            return recipe.with("access_log off;", "access_log off;\n" + temporaryPaths(executable));
        }

        // The workers of an NGINX started by root would run as the user nobody, who cannot read the folder.
        @Override
        Stream<String> lastOptions() {
            return Stream.of("daemon off;" + (System.getProperty("user.name").equals("root") ? " user root;" : ""));
        }
    },
    CADDY("Caddy", "run", "--config", "Caddyfile", "--adapter", "caddyfile"),
    HAPROXY("HAProxy", "-db", "-f", "haproxy.cfg"),
    TRAEFIK("Traefik", "--configFile=traefik.yaml"),
    ENVOY("Envoy", "-c", "envoy.yaml", "--use-dynamic-base-id", "--log-level", "warning");

    private static final List<String> MODULES = List.of("fastcgi", "uwsgi", "scgi");

    private final String title;
    /** Immutable, although its type does not say so. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> options;

    ProxyProgram(String title, String... options) {
        this.title = title;
        this.options = List.of(options);
    }

    /** The program of a PATH. */
    public Optional<Path> find(String path) {
        return find(command(), path);
    }

    /** Any program of a PATH. */
    public static Optional<Path> find(String command, String path) {
        return Arrays.stream((path + ":/usr/sbin:/usr/local/sbin").split(":"))
                .map(folder -> Path.of(folder, command))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The name of the product. */
    public String title() {
        return title;
    }

    /** The name of the executable. */
    public String command() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns when it listens. */
    public ProxyProcess start(Started started, Path executable, Recipe recipe) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(executable.toString()), Stream.concat(options.stream(), lastOptions()))
                .toList();
        return ProxyProcess.start(started, title, adapted(recipe, executable), folder -> {
            ProcessBuilder program = new ProcessBuilder(command);
            // Caddy stores its state in the home folder.
            program.environment().putAll(Map.of("HOME", folder.toString(), "XDG_CONFIG_HOME", folder.toString()));
            return program;
        });
    }

    /** Adapts the files to this machine and its user. */
    Recipe adapted(Recipe recipe, Path executable) throws IOException {
        return recipe;
    }

    Stream<String> lastOptions() {
        return Stream.empty();
    }

    /** NGINX creates a folder for each of its modules, by default where only root may write. */
    private static String temporaryPaths(Path nginx) throws IOException {
        Process version = new ProcessBuilder(nginx.toString(), "-V")
                .redirectErrorStream(true)
                .start();
        try (InputStream output = version.getInputStream()) {
            String options = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            StringBuilder lines = new StringBuilder();
            MODULES.stream()
                    .filter(module -> !options.contains("--without-http_" + module + "_module"))
                    .forEach(module -> lines.append(module)
                            .append("_temp_path ")
                            .append(module)
                            .append("_temp;\n"));
            return lines.toString();
        }
    }
}

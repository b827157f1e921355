package com.authgear.headers.examples.front;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The real NGINX. */
public final class NginxFront {
    private static final List<String> OTHER_MODULES = List.of("fastcgi", "uwsgi", "scgi");

    private NginxFront() {}

    public static ProxyProcess start(Started started, Path nginx, Recipe recipe) throws IOException {
        // NGINX makes a folder for every module it was built with, by default where only root may.
        Recipe own = recipe.with("access_log off;", "access_log off;\n" + temporaryPaths(nginx));
        return ProxyProcess.start(started, "NGINX", own, folder -> new ProcessBuilder(command(nginx, folder)));
    }

    private static List<String> command(Path nginx, Path folder) {
        // Workers of a root-started NGINX would become nobody, who cannot read the folder.
        String user = System.getProperty("user.name").equals("root") ? " user root;" : "";
        return List.of(
                nginx.toString(),
                "-p",
                folder.toString(),
                "-e",
                "stderr",
                "-c",
                "nginx.conf",
                "-g",
                "daemon off;" + user);
    }

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
}

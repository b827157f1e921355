package com.authgear.headers.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts the minimal application without and with Spring Security and the library.
 *
 * @param libraries the folder of this program's jars
 * @param rounds how often each is started, in turn
 */
record StartUpMeasurement(Path libraries, int rounds) {
    /** The jars that each variant removes from the class path. */
    private static final Map<String, Pattern> LEFT_OUT = new LinkedHashMap<>();

    static {
        LEFT_OUT.put(
                "without security",
                Pattern.compile(
                        "(authgear-headers-(core|servlet|spring)-|spring(-boot)?-security|spring-boot-starter-security).*"));
        LEFT_OUT.put("with Spring Security", Pattern.compile("authgear-headers-(core|servlet|spring)-.*"));
        LEFT_OUT.put("with authgear-headers-spring", Pattern.compile("(?!)"));
    }

    List<StartUp> run() throws IOException {
        Map<String, List<Double>> millis = new LinkedHashMap<>();
        Map<String, Integer> beans = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, Pattern> variant : LEFT_OUT.entrySet()) {
                String[] printed = start(variant.getValue());
                millis.computeIfAbsent(variant.getKey(), key -> new ArrayList<>())
                        .add(Double.valueOf(printed[1]));
                beans.put(variant.getKey(), Integer.valueOf(printed[2]));
            }
        }
        return millis.entrySet().stream()
                .map(entry -> new StartUp(entry.getKey(), entry.getValue(), beans.getOrDefault(entry.getKey(), 0)))
                .toList();
    }

    /** The size of each of our jars, in bytes. */
    Map<String, Long> jars() throws IOException {
        Map<String, Long> sizes = new LinkedHashMap<>();
        for (String artifact : List.of("core", "servlet", "spring")) {
            for (Path jar : list(Pattern.compile("(?!authgear-headers-" + artifact + "-).*"))) {
                sizes.put("authgear-headers-" + artifact, Files.size(jar));
            }
        }
        return sizes;
    }

    private String[] start(Pattern leftOut) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Stream.concat(Stream.of(ownClasses()), list(leftOut).stream())
                                .map(Path::toString)
                                .collect(Collectors.joining(File.pathSeparator)),
                        MinimalApplication.class.getName(),
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--authgear.headers.shared-secret=" + HeaderBlock.SECRET)
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Arrays.stream(printed.split("\n", -1))
                .filter(line -> line.startsWith(MinimalApplication.STARTED))
                .findFirst()
                .orElseThrow(() -> new IOException("the application did not start:\n" + printed))
                .split(" ", -1);
    }

    /** The build puts it beside the libraries. */
    private Path ownClasses() {
        return libraries.resolveSibling("classes");
    }

    private List<Path> list(Pattern leftOut) throws IOException {
        try (Stream<Path> jars = Files.list(libraries)) {
            return jars.filter(jar ->
                            !leftOut.matcher(jar.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }
}

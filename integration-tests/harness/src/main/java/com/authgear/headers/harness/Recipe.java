package com.authgear.headers.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a proxy, and the values that replace the examples in them.
 *
 * @param folders where the files are; a later folder wins
 * @param ports the ports of proxy, backend and resolver
 * @param secret what front and backend share
 * @param edits more texts and their replacements
 */
public record Recipe(List<Path> folders, Ports ports, String secret, Map<String, String> edits) {
    private static final String SECRET_PLACE = "\"openssl rand -hex 32\"";

    public Recipe {
        folders = List.copyOf(folders);
        edits = Map.copyOf(edits);
    }

    public static Recipe of(Path folder, Ports ports, String secret) {
        return new Recipe(List.of(folder), ports, secret, Map.of());
    }

    /** The same with the files of one more folder. */
    public Recipe and(Path folder) {
        return new Recipe(Stream.concat(folders.stream(), Stream.of(folder)).toList(), ports, secret, edits);
    }

    /** The same with one more replacement. */
    public Recipe with(String place, String value) {
        Map<String, String> more = new HashMap<>(edits);
        more.put(place, value);
        return new Recipe(folders, ports, secret, more);
    }

    Recipe at(int front) {
        return new Recipe(folders, new Ports(front, ports.backend(), ports.resolver()), secret, edits);
    }

    /** Writes the files with all replacements made; each text to replace must occur in one of them. */
    void fill(Path target) throws IOException {
        Map<String, String> values = values();
        values.putAll(addressesOfEnvoy());
        Set<String> places = new HashSet<>(values().keySet());
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(Recipe::isForTheProxy).toList()) {
                    String text = Files.readString(file);
                    places.removeIf(text::contains);
                    Files.writeString(target.resolve(file.getFileName()), filled(text, values));
                }
            }
        }
        if (!places.isEmpty()) {
            throw new IllegalStateException("the files of the proxy lack the place to fill in: " + places);
        }
    }

    private static boolean isForTheProxy(Path file) {
        return Files.isRegularFile(file) && !file.toString().endsWith(".md");
    }

    private Map<String, String> values() {
        Map<String, String> values = new HashMap<>(edits);
        values.put("127.0.0.1:8080", "127.0.0.1:" + ports.front());
        values.put("127.0.0.1:8081", "127.0.0.1:" + ports.backend());
        values.put("127.0.0.1:8082", "127.0.0.1:" + ports.resolver());
        values.put(SECRET_PLACE, '"' + secret + '"');
        return values;
    }

    /** Envoy's files have the port apart from the address. */
    private Map<String, String> addressesOfEnvoy() {
        return Map.of(
                "port_value: 8080", "port_value: " + ports.front(),
                "port_value: 8081", "port_value: " + ports.backend(),
                "port_value: 8082", "port_value: " + ports.resolver());
    }

    /** Replaces all in one pass, so that no replacement is replaced again. */
    private static String filled(String text, Map<String, String> values) {
        String places = values.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile(places)
                .matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(values.get(place.group())));
    }
}

package com.authgear.headers.examples.proxies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A piece of a YAML file; a step that is not there is an error.
 *
 * @param value what stands there
 */
record Yaml(Object value) {
    /** Every document of a file. */
    static List<Yaml> read(Path file) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Iterable<Object> documents =
                new org.yaml.snakeyaml.Yaml(new SafeConstructor(options)).loadAll(Files.readString(file));
        return StreamSupport.stream(documents.spliterator(), false)
                .map(Yaml::new)
                .toList();
    }

    /** The one document of a Kubernetes file with this kind and name. */
    static Yaml read(Path file, String kind, String name) throws IOException {
        return read(file).stream()
                .filter(document -> document.text("kind").equals(kind)
                        && document.at("metadata", "name").value.equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name + " in " + file));
    }

    /** The value under keys of maps and indexes of lists. */
    Yaml at(Object... path) {
        Object found = value;
        for (Object step : path) {
            found = Objects.requireNonNull(step(found, step), () -> "nothing at " + List.of(path));
        }
        return new Yaml(found);
    }

    String text(Object... path) {
        return at(path).value.toString();
    }

    List<Yaml> list(Object... path) {
        return ((List<?>) at(path).value).stream().map(Yaml::new).toList();
    }

    List<String> texts(Object... path) {
        return list(path).stream().map(element -> element.value.toString()).toList();
    }

    private static @Nullable Object step(Object from, Object step) {
        return step instanceof Integer index ? ((List<?>) from).get(index) : ((Map<?, ?>) from).get(step);
    }
}

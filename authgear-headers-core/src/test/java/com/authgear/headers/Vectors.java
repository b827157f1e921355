package com.authgear.headers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the real Authgear code did, one JSON object a line. */
final class Vectors {
    private static final JsonMapper JSON = new JsonMapper();

    private Vectors() {}

    static List<JsonNode> read(String file) {
        try (InputStream in =
                Objects.requireNonNull(Vectors.class.getResourceAsStream("/authgear-vectors/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(JSON::readTree)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Headers headers(JsonNode names) {
        Headers headers = Headers.none();
        names.properties()
                .forEach(line -> strings(line.getValue()).forEach(value -> headers.with(line.getKey(), value)));
        return headers;
    }

    static Stream<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue);
    }
}

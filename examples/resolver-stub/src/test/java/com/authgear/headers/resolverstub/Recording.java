package com.authgear.headers.resolverstub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request to the real resolver, and its answer. The format is told beside the file.
 *
 * @param name its id and what it is about
 * @param setup {@code plain}, {@code prefix} or {@code tenants}
 * @param trustProxy the settings of TRUST_PROXY with which the answer was the same
 * @param request as in the file
 * @param answer without placeholders
 */
record Recording(String name, String setup, List<Boolean> trustProxy, JsonNode request, Seen answer) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<JsonNode> LINES = lines();

    static List<Recording> all() {
        return LINES.stream().skip(1).map(Recording::of).toList();
    }

    static String permissionsPolicy() {
        return LINES.get(0).path("permissions_policy").asString();
    }

    private static List<JsonNode> lines() {
        try (InputStream in = Recording.class.getResourceAsStream("/authgear-vectors/resolver.jsonl")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(JSON::readTree)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Recording of(JsonNode line) {
        JsonNode trust = line.path("trust_proxy");
        return new Recording(
                line.path("id").asString() + " " + line.path("name").asString(),
                line.path("server").asString(),
                trust.isMissingNode() ? List.of(true, false) : List.of(trust.booleanValue()),
                line.path("request"),
                answer(line.path("response")));
    }

    private static Seen answer(JsonNode response) {
        List<String> lines = response.path("headers")
                .valueStream()
                .map(header -> RecordedUsers.fill(header.path(0).asString() + ": "
                                + header.path(1).asString())
                        .replace("{permissions_policy}", permissionsPolicy()))
                .toList();
        return Seen.of(
                response.path("status").asInt(),
                lines,
                RecordedUsers.fill(response.path("body").asString()));
    }

    String method() {
        return request.path("method").asString();
    }

    /** The request as sent: one character is one byte. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        line(bytes, method() + " " + text("target") + " " + text("version"));
        if (!request.path("host").isNull()) {
            line(bytes, "Host: " + text("host"));
        }
        request.path("headers").valueStream().forEach(header -> line(bytes, header(header)));
        line(bytes, "Connection: close");
        String body = text("body");
        if (!body.isEmpty()) {
            line(bytes, "Content-Length: " + body.length());
        }
        line(bytes, "");
        bytes.writeBytes(body.getBytes(StandardCharsets.ISO_8859_1));
        return bytes.toByteArray();
    }

    private String text(String field) {
        return RecordedUsers.fill(request.path(field).asString());
    }

    private static String header(JsonNode header) {
        String name = header.path(0).asString();
        return header.path(1).isNull()
                ? name
                : name + ": " + RecordedUsers.fill(header.path(1).asString());
    }

    private static void line(ByteArrayOutputStream bytes, String line) {
        bytes.writeBytes((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public String toString() {
        return name;
    }
}

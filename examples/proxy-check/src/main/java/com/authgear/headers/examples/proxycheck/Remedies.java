package com.authgear.headers.examples.proxycheck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The lines of configuration that remedy a finding, from {@code remedies.json}. */
final class Remedies {
    private final Map<String, Map<String, List<String>>> table;
    private final Set<Kind> kinds;

    private Remedies(Map<String, Map<String, List<String>>> table, Set<Kind> kinds) {
        this.table = table;
        this.kinds = kinds;
    }

    /** The remedies for some kinds of proxies. */
    static Remedies of(Set<Kind> kinds) {
        try (InputStream in = Remedies.class.getResourceAsStream("remedies.json")) {
            return new Remedies(new JsonMapper().readValue(in, new TypeReference<>() {}), kinds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines for each kind of proxy that has any. */
    Map<Kind, List<String>> lines(Mend mend) {
        Map<String, List<String>> entry = table.getOrDefault(mend.key(), Map.of());
        Map<Kind, List<String>> lines = new EnumMap<>(Kind.class);
        for (Kind kind : kinds) {
            List<String> known = entry.getOrDefault(kind.toString(), List.of());
            if (!known.isEmpty()) {
                lines.put(kind, known.stream().map(mend::fill).toList());
            }
        }
        return lines;
    }

    /** The entries, for a test that each is used. */
    Set<String> keys() {
        return table.keySet();
    }
}

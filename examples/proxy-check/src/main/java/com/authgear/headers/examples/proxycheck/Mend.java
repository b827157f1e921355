package com.authgear.headers.examples.proxycheck;

import java.util.HashMap;
import java.util.Map;

/**
 * The remedy of a fault, as an entry of the table of remedies.
 *
 * @param key its entry
 * @param values what stands in the braces of its lines
 */
record Mend(String key, Map<String, String> values) {
    Mend {
        values = Map.copyOf(values);
    }

    static Mend of(String key) {
        return new Mend(key, Map.of());
    }

    Mend with(String name, String value) {
        Map<String, String> more = new HashMap<>(values);
        more.put(name, value);
        return new Mend(key, more);
    }

    /** A line of the table with everything filled in. */
    String fill(String line) {
        String filled = line;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }
}

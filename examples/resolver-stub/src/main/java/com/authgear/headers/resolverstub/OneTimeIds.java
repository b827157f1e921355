package com.authgear.headers.resolverstub;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What forms are about, by the identifier that stands in them; the oldest of many are forgotten. Thread-safe. */
final class OneTimeIds<T> {
    static final int MAX = 1_000;

    private final Map<String, T> open = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > MAX;
        }
    };

    synchronized String put(T value) {
        String id = UUID.randomUUID().toString();
        open.put(id, value);
        return id;
    }

    synchronized @Nullable T take(@Nullable String id) {
        return open.remove(id);
    }
}

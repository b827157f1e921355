package com.authgear.headers.soak;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** A counter for each key; it must not be read before the threads that count have ended. Thread-safe. */
final class Counters<K> {
    private final Map<K, LongAdder> counters = new ConcurrentHashMap<>();

    void add(K key) {
        counters.computeIfAbsent(key, unused -> new LongAdder()).increment();
    }

    long get(K key) {
        LongAdder counter = counters.get(key);
        return counter == null ? 0 : counter.sum();
    }
}

package com.authgear.headers.test;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Header lines in their order. Immutable: each change makes a copy. */
record HeaderLines(List<Map.Entry<String, String>> list) {
    HeaderLines {
        list = List.copyOf(list);
    }

    /** The same with one more line behind the others. */
    HeaderLines with(String name, String value) {
        return new HeaderLines(
                Stream.concat(list.stream(), Stream.of(Map.entry(name, value))).toList());
    }

    /** The same with one more line in front of the others. */
    HeaderLines after(String name, String value) {
        return new HeaderLines(
                Stream.concat(Stream.of(Map.entry(name, value)), list.stream()).toList());
    }

    /** The same without the lines of a header. */
    HeaderLines without(String name) {
        return new HeaderLines(list.stream()
                .filter(line -> !line.getKey().equalsIgnoreCase(name))
                .toList());
    }

    /** The same with this line instead of those of the header. */
    HeaderLines replacing(String name, String value) {
        return without(name).with(name, value);
    }
}

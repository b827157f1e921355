package com.authgear.headers.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Header lines in their order, to be edited one way or another. Immutable. */
record HeaderLines(List<Map.Entry<String, String>> list) {
    HeaderLines {
        list = List.copyOf(list);
    }

    /** The same with one more line behind the others. */
    HeaderLines with(String name, String value) {
        return edited(lines -> {
            lines.add(Map.entry(name, value));
            return lines;
        });
    }

    /** The same with one more line in front of the others. */
    HeaderLines after(String name, String value) {
        return edited(lines -> {
            lines.add(0, Map.entry(name, value));
            return lines;
        });
    }

    /** The same without the lines of a header. */
    HeaderLines without(String name) {
        return edited(lines -> {
            lines.removeIf(line -> line.getKey().equalsIgnoreCase(name));
            return lines;
        });
    }

    /** The same with this line instead of those of the header. */
    HeaderLines replacing(String name, String value) {
        return without(name).with(name, value);
    }

    private HeaderLines edited(UnaryOperator<List<Map.Entry<String, String>>> change) {
        return new HeaderLines(change.apply(new ArrayList<>(list)));
    }
}

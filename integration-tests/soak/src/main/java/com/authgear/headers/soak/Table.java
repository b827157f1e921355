package com.authgear.headers.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of one text and several numbers, in columns. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    Table row(String name, List<?> cells) {
        List<String> row = new ArrayList<>();
        row.add(name);
        cells.forEach(cell -> row.add(cell.toString()));
        rows.add(row);
        return this;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append(("%-" + width(0) + "s").formatted(row.get(0)));
            for (int column = 1; column < row.size(); column++) {
                text.append(("%" + (width(column) + 2) + "s").formatted(row.get(column)));
            }
            text.append(System.lineSeparator());
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> column < row.size())
                .flatMapToInt(row -> IntStream.of(row.get(column).length()))
                .max()
                .orElse(0);
    }
}

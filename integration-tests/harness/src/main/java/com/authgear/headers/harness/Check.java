package com.authgear.headers.harness;

import java.io.PrintWriter;
import java.util.List;

/** Sends the rows and prints a table of the results. */
public final class Check {
    private final PrintWriter out;

    public Check(PrintWriter out) {
        this.out = out;
    }

    /** Returns the number of rows that failed. */
    public int run(List<Row> rows) {
        // All answers first, so that log lines of the servers do not interrupt the table.
        List<Row.Outcome> outcomes = rows.stream().map(Row::run).toList();
        String format = format(rows);
        out.printf("%nLog lines above this one belong to the requests that had to be refused.%n%n");
        out.printf(format, "", "request", "expected", "got");
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Row.Outcome outcome = outcomes.get(i);
            out.printf(format, outcome.holds() ? "ok" : "FAIL", row.request(), row.expected(), outcome.got());
        }
        int passed = (int) outcomes.stream().filter(Row.Outcome::holds).count();
        out.printf("%n%d passed, %d failed%n", passed, rows.size() - passed);
        out.flush();
        return rows.size() - passed;
    }

    private static String format(List<Row> rows) {
        int request = width(rows.stream().map(Row::request).toList());
        int expected = width(rows.stream().map(Row::expected).toList());
        return "%-4s %-" + request + "s  %-" + expected + "s  %s%n";
    }

    private static int width(List<String> column) {
        return column.stream().mapToInt(String::length).max().orElse(0);
    }
}

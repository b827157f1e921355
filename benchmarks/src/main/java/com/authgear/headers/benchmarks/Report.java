package com.authgear.headers.benchmarks;

import java.util.Formatter;
import java.util.Locale;

/** The results as a table. */
final class Report {
    private final Results results;
    private final Formatter out = new Formatter(new StringBuilder(), Locale.ROOT);

    private Report(Results results) {
        this.results = results;
    }

    static String of(Results results) {
        Report report = new Report(results);
        report.print();
        return report.out.toString().replaceAll("(?m) +$", "");
    }

    private void print() {
        results.taken().forEach((what, value) -> out.format("%-10s %s\n", what, value));
        times();
        growth();
        loads();
        startUps();
        goals();
    }

    private void times() {
        for (Section section : Section.values()) {
            Measurement yardstick = results.of(section.yardstick());
            out.format("\n%-52s %9s %9s %8s %8s\n", section.title(), "ns", "bytes", "x time", "x bytes");
            section.rows().forEach((title, name) -> row(title, results.of(name), yardstick));
        }
    }

    private void row(String title, Measurement measured, Measurement yardstick) {
        out.format(
                "  %-50s %9.0f %9.0f %8.2f %8s\n",
                title, measured.time(), measured.bytes(), measured.times(yardstick), bytes(measured, yardstick));
    }

    /** Less than a word is noise, so no ratio is given. */
    private static String bytes(Measurement measured, Measurement yardstick) {
        return yardstick.bytes() < Long.BYTES ? "-" : String.format(Locale.ROOT, "%.2f", measured.bytesTo(yardstick));
    }

    private void growth() {
        out.format("\n%-52s %9s %9s %8s\n", "Growth of the whole decision", "ns", "bytes", "order");
        Measurement before = null;
        for (Measurement measured : GrowthOrder.measured(results)) {
            String order = before == null ? "" : GrowthOrder.between(before, measured);
            out.format(
                    "  %-50s %9.0f %9.0f %8s\n", GrowthOrder.title(measured), measured.time(), measured.bytes(), order);
            before = measured;
        }
    }

    private void loads() {
        out.format(
                "\n%-20s %10s %10s %8s %17s %8s\n",
                "wrk, requests/s", "without", "with", "ratio", "95 % interval", "x p99");
        for (Load load : results.loads()) {
            out.format(
                    "  %-18s %10.0f %10.0f %8.3f %8.3f-%8.3f %8.2f\n",
                    load.container(),
                    load.without(),
                    load.with(),
                    load.ratio(),
                    load.lower(),
                    load.upper(),
                    load.slowestRatio());
        }
    }

    private void startUps() {
        out.format("\n%-52s %9s %9s %8s\n", "Minimal Spring Boot application", "ms", "beans", "x time");
        for (StartUp start : results.startUps()) {
            out.format("  %-50s %9.0f %9d %8.2f\n", start.name(), start.time(), start.beans(), start.times(secured()));
        }
        out.format("\n");
        results.jars().forEach((jar, size) -> out.format("  %-50s %9d bytes\n", jar + ".jar", size));
    }

    /** The application to compare with: the one with Spring Security, but without our adapter. */
    private StartUp secured() {
        return results.startUps().get(results.startUps().size() - 2);
    }

    private void goals() {
        out.format("\n%-52s %9s %9s\n", "Goals", "at most", "found");
        for (Goal goal : Goal.values()) {
            out.format(
                    "  %-50s %9.2f %9.2f  %s\n",
                    goal.title(), goal.atMost(), goal.ratio(results), goal.isMet(results) ? "met" : "missed");
        }
    }
}

package com.authgear.headers.soak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * The counts as a text.
 *
 * @param result what is told
 */
record Report(SoakResult result) {
    private static final double MEGA = 1024 * 1024;
    private static final double MILLIS = 1000;

    String text() {
        String gap = System.lineSeparator();
        return gap + requests().text() + gap + disturbances().text() + gap + memory().text() + gap + summary() + gap;
    }

    private Table requests() {
        List<String> headings = new ArrayList<>(List.of("sent"));
        Arrays.stream(Outcome.values()).map(Outcome::heading).forEach(headings::add);
        headings.add("violations");
        Table table = new Table().row("request", headings);
        Kind.all().forEach(kind -> table.row(kind.toString(), counts(kind::equals)));
        for (Group group : Group.values()) {
            table.row("all " + group, counts(kind -> kind.group() == group));
        }
        return table.row("all", counts(kind -> true));
    }

    private List<Long> counts(Predicate<Kind> which) {
        List<Long> cells = new ArrayList<>(List.of(sum(which, result.tally()::sent)));
        for (Outcome outcome : Outcome.values()) {
            cells.add(sum(which, kind -> result.tally().count(kind, outcome)));
        }
        cells.add(sum(which, result.tally()::violations));
        return cells;
    }

    private static long sum(Predicate<Kind> which, ToLongFunction<Kind> count) {
        return Kind.all().stream().filter(which).mapToLong(count).sum();
    }

    private Table disturbances() {
        Table table = new Table().row("disturbance", List.of("times", "requests meanwhile", "failed by it"));
        Tally tally = result.tally();
        for (Disturbance each : Disturbance.values()) {
            table.row(each.label(), List.of(tally.times(each), tally.during(each), tally.harmed(each)));
        }
        return table;
    }

    private Table memory() {
        Table table = new Table()
                .row("after a garbage collection", List.of("heap MiB", "threads", "open files", "NGINX workers MiB"));
        result.samples()
                .forEach(sample -> table.row(
                        sample.percent() + " %",
                        List.of(mega(sample.heap()), sample.threads(), sample.openFiles(), mega(sample.workers()))));
        return table;
    }

    private String summary() {
        long sent = sum(kind -> true, result.tally()::sent);
        double seconds = result.duration().toMillis() / MILLIS;
        return String.format(
                Locale.ROOT,
                "%d requests on %d connections in %.1f s, %.0f a second; users answered by %s; seed %d",
                sent,
                result.options().connections(),
                seconds,
                sent / seconds,
                containers(),
                result.options().seed());
    }

    private String containers() {
        return SoakResult.CONTAINERS.stream()
                .map(container -> container + " " + result.tally().answered(container))
                .collect(Collectors.joining(", "));
    }

    private static String mega(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / MEGA);
    }
}

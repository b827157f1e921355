package com.authgear.headers.examples.proxycheck;

import com.authgear.headers.examples.proxycheck.Result.Verdict;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** The results as a table. */
final class Report {
    private static final int WIDEST = 72;
    private static final String DETAIL = "        %-9s %s%n";

    private final Remedies remedies;
    private final PrintWriter out;

    Report(Remedies remedies, PrintWriter out) {
        this.remedies = remedies;
        this.out = out;
    }

    void print(List<Result> results) {
        String row = "%-5s %-" + width(results) + "s  %s%n";
        out.printf(row, "", "check", "what reached the backend");
        for (Result result : results) {
            print(row, result);
        }
        out.printf(
                "%n%d held, %d failed, %d skipped%s%n",
                count(results, Verdict.HELD),
                count(results, Verdict.FAILED),
                count(results, Verdict.SKIPPED),
                names(results));
        out.flush();
    }

    private static int width(List<Result> results) {
        return results.stream().mapToInt(result -> title(result).length()).max().orElse(0);
    }

    private static String title(Result result) {
        return result.name() + (result.check().optional() ? " (optional)" : "");
    }

    private void print(String row, Result result) {
        String reached = result.finding().map(Finding::reached).orElse("");
        out.printf(row, word(result.verdict()), title(result), result.failed() ? reached : cut(reached));
        if (result.failed()) {
            result.finding().ifPresent(finding -> details(result.check(), finding));
        }
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case HELD -> "ok";
            case FAILED -> "FAIL";
            case SKIPPED -> "skip";
        };
    }

    private static String cut(String text) {
        return text.length() > WIDEST ? text.substring(0, WIDEST - 3) + "..." : text;
    }

    private void details(Check check, Finding finding) {
        out.printf(DETAIL, "rule", check.about());
        out.printf(DETAIL, "sent", finding.sent());
        out.printf(DETAIL, "expected", finding.expected());
        remedies.lines(check.mend())
                .forEach((kind, lines) -> lines.forEach(
                        line -> out.printf(DETAIL, kind == Kind.GENERIC ? "mend" : kind.toString(), line)));
    }

    private static long count(List<Result> results, Verdict verdict) {
        return results.stream().filter(result -> result.verdict() == verdict).count();
    }

    private static String names(List<Result> results) {
        String failed =
                results.stream().filter(Result::failed).map(Result::name).collect(Collectors.joining(", "));
        return failed.isEmpty() ? "" : ": " + failed;
    }
}

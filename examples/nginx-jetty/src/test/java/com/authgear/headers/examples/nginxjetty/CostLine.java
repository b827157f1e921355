package com.authgear.headers.examples.nginxjetty;

import com.authgear.headers.harness.Wrk;
import java.io.PrintWriter;
import java.util.List;

/**
 * One line of the table.
 *
 * @param name what was measured
 * @param result how it did
 */
record CostLine(String name, Wrk.Result result) {
    /** Each compared with the first. */
    static void print(PrintWriter out, List<CostLine> lines) {
        double first = lines.get(0).result().requestsPerSecond();
        out.printf("%n%-44s %12s %10s %10s %14s%n", "", "requests/s", "p50", "p99", "of the first");
        for (CostLine line : lines) {
            Wrk.Result result = line.result();
            out.printf(
                    "%-44s %12.0f %10s %10s %13.0f%%%n",
                    line.name(),
                    result.requestsPerSecond(),
                    result.median(),
                    result.slowest(),
                    100 * result.requestsPerSecond() / first);
        }
        out.flush();
    }
}

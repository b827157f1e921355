package com.authgear.headers.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Draws what a run has measured. */
@Command(
        name = "chart",
        mixinStandardHelpOptions = true,
        version = "authgear-headers benchmarks",
        description = "Draws the results of a run as an SVG.")
final class ChartMain implements Callable<Integer> {
    @Parameters(index = "0", description = "The JSON that a run wrote.")
    private Path results = Path.of("results.json");

    @Parameters(index = "1", description = "The SVG to write.")
    private Path chart = Path.of("chart.svg");

    private ChartMain() {}

    /** The program. */
    public static void main(String... arguments) {
        System.setProperty("java.awt.headless", "true");
        System.exit(new CommandLine(new ChartMain())
                .setExecutionExceptionHandler(Main::explain)
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Chart.write(Results.read(results), chart);
        return 0;
    }
}

package com.authgear.headers.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.catalina.LifecycleException;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures everything in one run and prints one table. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        version = "authgear-headers benchmarks",
        description = "Measures parser, trust, filter and Spring adapter beside code written by hand; what they cost a"
                + " server under wrk; how they grow; and what Spring Boot pays at its start. Needs wrk.",
        footer = {
            "",
            "Compare the lines of one run with each other, not with those of another machine. Leave the machine alone"
                    + " meanwhile."
        })
final class Main implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--quick",
            description = "One short round of each, in under two minutes: to see that it works, too short to judge by.")
    private boolean quick;

    @Option(names = "--results", description = "Where the JSON goes (${DEFAULT-VALUE}).")
    private Path file = Path.of("results.json");

    @Option(names = "--libraries", hidden = true, description = "The folder of the jars.")
    private Path libraries = Path.of("lib");

    private Main() {}

    /** The program. */
    public static void main(String... arguments) {
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.WARNING);
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler(Main::explain)
                .execute(arguments));
    }

    private static int explain(Exception exception, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println("Error: " + exception.getMessage());
        return 1;
    }

    @Override
    public Integer call() throws IOException, RunnerException, LifecycleException {
        Results results = measure();
        results.write(file);
        spec.commandLine().getOut().println("\n" + Report.of(results) + "\nWritten to " + file);
        return 0;
    }

    private Results measure() throws IOException, RunnerException, LifecycleException {
        StartUpMeasurement starts = new StartUpMeasurement(libraries, quick ? 1 : 9);
        List<StartUp> startUps = starts.run();
        List<Load> loads = (quick ? new LoadMeasurement(1, 1) : new LoadMeasurement(12, 3)).run();
        return new Results(
                taken(),
                (quick ? new Jmh(1, 2, 200) : new Jmh(3, 5, 300)).run("Benchmark"),
                loads,
                startUps,
                starts.jars());
    }

    private Map<String, String> taken() {
        Map<String, String> taken = new LinkedHashMap<>();
        taken.put("Date", LocalDate.now(ZoneOffset.UTC).toString());
        taken.put("Command", quick ? "benchmarks/run --quick (too short to judge by)" : "benchmarks/run");
        taken.put("Java", System.getProperty("java.vm.name") + " " + Runtime.version());
        taken.put(
                "Machine",
                System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                        + Runtime.getRuntime().availableProcessors() + " processors");
        return taken;
    }
}

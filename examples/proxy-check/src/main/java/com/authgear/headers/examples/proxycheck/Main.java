package com.authgear.headers.examples.proxycheck;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The check as a program; see {@code --help}. */
@Command(
        name = "proxy-check",
        sortOptions = false,
        description =
                "Checks a reverse proxy in front of a backend that trusts x-authgear headers: starts a backend and a"
                        + " resolver of its own on 127.0.0.1, and sends honest and forged requests to the proxy"
                        + " between them.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every check that ran holds", "1:at least one does not", "2:the check could not be made"})
public final class Main implements Callable<Integer> {
    static final int FAILED = 1;
    static final int NOT_CHECKED = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private TargetOptions target = new TargetOptions();

    @Option(
            names = "--backend-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "where the proxy finds the backend (${DEFAULT-VALUE})")
    private int backendPort;

    @Option(
            names = "--resolver-port",
            paramLabel = "PORT",
            defaultValue = "8082",
            description = "where it finds the resolver (${DEFAULT-VALUE})")
    private int resolverPort;

    @Option(
            names = "--prepare",
            paramLabel = "SECONDS",
            arity = "0..1",
            fallbackValue = "300",
            description = "wait for the proxy to be set up, so long (${FALLBACK-VALUE})")
    private int prepare;

    @Option(names = "--only", paramLabel = "CHECK", split = ",", description = "run these alone; * stands for anything")
    private List<String> only = List.of();

    @Option(names = "--skip", paramLabel = "CHECK", split = ",", description = "leave these out; * stands for anything")
    private List<String> skip = List.of();

    @Option(
            names = "--for",
            paramLabel = "PROXY",
            split = ",",
            description = "print remedies for: ${COMPLETION-CANDIDATES} (generic,nginx)")
    private Set<Kind> kinds = EnumSet.of(Kind.GENERIC, Kind.NGINX);

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Option(names = "--list", description = "print the names of the checks and what they are about, and stop")
    private boolean list;

    /** Read by picocli only, which then runs nothing else. */
    @SuppressWarnings("unused")
    @Option(names = "--help", usageHelp = true, description = "print this, and stop")
    private boolean help;

    private Main() {}

    /**
     * Checks a proxy.
     *
     * @param args the options
     */
    public static void main(String... args) {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%4$s %5$s%n");
        Logger.getLogger("").setLevel(Level.WARNING);
        System.exit(commandLine().execute(args));
    }

    /** Every error of the user is one line. */
    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Main());
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setParameterExceptionHandler(
                (e, args) -> fail(e.getCommandLine().getErr(), e));
        commandLine.setExecutionExceptionHandler((e, failed, result) -> fail(failed.getErr(), e));
        return commandLine;
    }

    private static int fail(PrintWriter err, Exception e) {
        if (e instanceof IOException
                || e instanceof IllegalArgumentException
                || e instanceof CommandLine.ParameterException) {
            err.println("proxy-check: " + e.getMessage());
        } else {
            e.printStackTrace(err);
        }
        err.flush();
        return NOT_CHECKED;
    }

    @Override
    public Integer call() throws IOException {
        ProxyTarget proxy = target.target();
        List<Check> checks = ProxyCheck.checks(proxy);
        Selection selection = new Selection(only, skip);
        selection.requireKnown(checks.stream().map(Check::name).toList());
        if (list) {
            checks.forEach(this::list);
            return 0;
        }
        return report(proxy, checked(proxy, selection));
    }

    private void list(Check check) {
        out().printf("%-34s %s%s%n", check.name(), check.optional() ? "(optional) " : "", check.about());
    }

    private List<Result> checked(ProxyTarget proxy, Selection selection) throws IOException {
        try (ProxyCheck check = ProxyCheck.start(backendPort, resolverPort)) {
            say("backend  http://127.0.0.1:" + check.backendPort());
            say("resolver http://127.0.0.1:" + check.resolverPort() + "/_resolver/resolve");
            // Fails here if the host is unknown.
            proxy.server();
            check.awaitProxy(proxy, Duration.ofSeconds(prepare), obstacle -> say("waiting: " + obstacle));
            return check.run(proxy, selection, (number, of, name) -> say(number + "/" + of + " " + name));
        }
    }

    private int report(ProxyTarget proxy, List<Result> results) {
        Remedies remedies = Remedies.of(kinds);
        if (json) {
            new JsonReport(remedies, out()).print(proxy, results);
        } else {
            new Report(remedies, out()).print(results);
        }
        return results.stream().anyMatch(Result::failed) ? FAILED : 0;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Progress is not part of the report. */
    private void say(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}

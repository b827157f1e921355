package com.authgear.headers.examples.front;

import com.authgear.headers.harness.Check;
import com.authgear.headers.harness.Ports;
import com.authgear.headers.harness.ProxyProgram;
import com.authgear.headers.harness.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line of an example: starts its deployment until Ctrl-C, or checks it. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Starts resolver stub, protected backend and proxy on 127.0.0.1, until Ctrl-C.",
        footer = {"", "Ports: FRONT_PORT (8080), BACKEND_PORT (8081), RESOLVER_PORT (8082); with --check any free ones."
        })
public abstract class ExampleMain implements Callable<Integer> {
    private static final Ports DEFAULT_PORTS = new Ports(8080, 8081, 8082);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--check",
            description =
                    "Send the table of requests, print what came back, and stop. Exit code 0 only if every row is as expected.")
    private boolean check;

    @Option(names = "--embedded", description = "Use the embedded Jetty front although NGINX is installed.")
    private boolean embedded;

    @Option(names = "--configuration", hidden = true, description = "The folder of the NGINX files.")
    private Path configuration = Path.of("../proxies/nginx");

    /** The folder of the example in the folder of examples. */
    protected abstract String folder();

    protected abstract Backend startBackend(Ports ports) throws IOException;

    /** The table of the check. */
    protected abstract List<Row> rows(Deployment deployment);

    /** What a newcomer reads first. */
    protected abstract String welcome(Deployment deployment);

    /** Runs it and ends this JVM. */
    protected static void run(ExampleMain example, String... arguments) {
        quietLogs();
        System.exit(new CommandLine(example)
                .setExecutionExceptionHandler(ExampleMain::explain)
                .execute(arguments));
    }

    /** One short line a message, and of Jetty warnings only. */
    private static void quietLogs() {
        try (InputStream settings = ExampleMain.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Integer call() throws Exception {
        Map<String, String> environment = System.getenv();
        Ports ports = Ports.of(environment, check ? Ports.ANY : DEFAULT_PORTS);
        Optional<Path> nginx =
                embedded ? Optional.empty() : ProxyProgram.NGINX.find(environment.getOrDefault("PATH", ""));
        try (Deployment deployment =
                new Deployment(nginx, configuration, ports, this::startBackend, secret(environment))) {
            announce(deployment, nginx.isPresent());
            return check ? check(deployment) : serve(deployment);
        }
    }

    private void announce(Deployment deployment, boolean nginx) {
        if (!nginx && !embedded) {
            out().println(
                            "There is no nginx on this machine: the embedded front, with the same rules, takes its place.");
        }
        out().println("Front: " + deployment.front().description());
        out().flush();
    }

    private int check(Deployment deployment) {
        return new Check(out()).run(rows(deployment)) == 0 ? 0 : 1;
    }

    private int serve(Deployment deployment) throws InterruptedException {
        out().print(welcome(deployment));
        out().flush();
        Thread.currentThread().join();
        return 0;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private String secret(Map<String, String> environment) {
        String secret = environment.get(Backend.SECRET_VARIABLE);
        if (secret == null) {
            throw new IllegalArgumentException(Backend.SECRET_VARIABLE + " is not set: start this with examples/"
                    + folder() + "/run, which makes one");
        }
        return secret;
    }

    /** One line for what a user can mend; the whole trace for what only we can. */
    private static int explain(Exception exception, CommandLine command, CommandLine.ParseResult parsed) {
        if (exception instanceof IOException || exception instanceof IllegalArgumentException) {
            command.getErr().println("Error: " + exception.getMessage());
        } else {
            exception.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return 1;
    }
}

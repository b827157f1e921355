package com.authgear.headers.examples.nginxjetty;

import static com.authgear.headers.harness.RowList.bearer;

import com.authgear.headers.AuthgearHeaderWriter;
import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.AuthgearSession;
import com.authgear.headers.ProxyTrust;
import com.authgear.headers.examples.front.Backend;
import com.authgear.headers.harness.Ports;
import com.authgear.headers.harness.ProxyProgram;
import com.authgear.headers.harness.Recipe;
import com.authgear.headers.harness.Started;
import com.authgear.headers.harness.Wrk;
import com.authgear.headers.resolverstub.ResolverStub;
import com.authgear.headers.servlet.AuthgearHeadersFilter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures, in one run on one machine, the backend alone and each thing that is put before it. */
@Command(
        name = "cost",
        mixinStandardHelpOptions = true,
        version = "authgear-headers cost of forward authentication",
        description = "Measures the backend alone, behind NGINX, behind NGINX that asks the resolver stub, and with the"
                + " cache, with and without our filter. Needs nginx and wrk.",
        footer = {
            "",
            "Everything shares this machine, and the resolver is a stub that looks nothing up: compare the lines of"
                    + " one run with each other, not with those of another machine, nor with your Authgear."
        })
public final class Cost implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--quick", description = "Two seconds a line instead of ten: to see that it works.")
    private boolean quick;

    @Option(names = "--connections", description = "How many clients at once (${DEFAULT-VALUE}).")
    private int connections = 32;

    @Option(names = "--configuration", hidden = true, description = "The folder of the NGINX files.")
    private Path configuration = Path.of("../proxies/nginx");

    private final List<CostLine> lines = new ArrayList<>();
    private final String secret =
            Objects.requireNonNull(System.getenv(Backend.SECRET_VARIABLE), "start examples/nginx-jetty/cost");
    private @Nullable Wrk wrk;

    private Cost() {}

    /**
     * The program.
     *
     * @param arguments see --help
     */
    public static void main(String... arguments) {
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.WARNING);
        System.exit(new CommandLine(new Cost())
                .setExecutionExceptionHandler(Cost::explain)
                .execute(arguments));
    }

    private static int explain(Exception exception, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println("Error: " + exception.getMessage());
        return 1;
    }

    @Override
    public Integer call() throws IOException {
        Duration time = Duration.ofSeconds(quick ? 2 : 10);
        wrk = new Wrk(program("wrk"), time, connections);
        Path nginx = program("nginx");
        try (Started started = Started.withExitHook()) {
            int resolver = started.start(ResolverStub.builder().build()::start).port();
            int plain = started.start(() -> server(false)).port();
            int filtered = started.start(() -> server(true)).port();
            measure("backend alone", plain, List.of());
            measure("backend alone, with the filter", filtered, identity());
            Recipe recipe = Recipe.of(configuration, new Ports(0, plain, resolver), secret);
            Recipe behind = Recipe.of(configuration, new Ports(0, filtered, resolver), secret);
            measure(
                    started,
                    nginx,
                    "NGINX",
                    recipe.with("include authgear-protect.conf;", "include authgear-strip.conf;"));
            measure(started, nginx, "NGINX, asking", recipe);
            measure(started, nginx, "NGINX, asking, with the filter", behind);
            measure(started, nginx, "NGINX, asking with cache", cached(recipe));
            measure(started, nginx, "NGINX, asking with cache, with the filter", cached(behind));
        }
        CostLine.print(out(), lines);
        return 0;
    }

    /** Answers at once, to whoever is authenticated: what is measured is the way there. */
    private static JettyBackend server(boolean withFilter) throws IOException {
        ServletContextHandler context = new ServletContextHandler("/");
        if (withFilter) {
            AuthgearHeadersFilter filter = AuthgearHeadersFilter.builder(
                            ProxyTrust.sharedSecretEnvironment(Backend.SECRET_VARIABLE))
                    .build();
            context.addServletContainerInitializer((classes, servletContext) -> filter.register(servletContext));
        }
        context.addServlet(new HealthServlet(), "/");
        Server jetty = new Server();
        jetty.setHandler(context);
        return JettyBackend.start(jetty, 0);
    }

    private Recipe cached(Recipe recipe) {
        return recipe.with("# include authgear-cache-zone.conf;", "include authgear-cache-zone.conf;")
                .with("# include authgear-cache.conf;", "include authgear-cache.conf;");
    }

    /** One NGINX at a time: those that wait take no processor, but this leaves no doubt. */
    private void measure(Started started, Path nginx, String name, Recipe recipe) throws IOException {
        try (var front = ProxyProgram.NGINX.start(started, nginx, recipe)) {
            measure(name, front.port(), List.of());
        }
    }

    private void measure(String name, int port, List<String> headers) throws IOException {
        List<String> all = new ArrayList<>(headers);
        all.add(bearer("alice"));
        out().println("Measuring: " + name + " ...");
        out().flush();
        lines.add(new CostLine(name, Objects.requireNonNull(wrk).run("http://127.0.0.1:" + port + "/", all)));
    }

    /** What NGINX would have set. */
    private List<String> identity() {
        List<String> headers = new ArrayList<>(List.of(ProxyTrust.DEFAULT_SECRET_HEADER + ": " + secret));
        AuthgearHeaderWriter.write(
                new AuthgearSession.Valid(
                        AuthgearPrincipal.builder("alice").verified(true).build()),
                (name, value) -> headers.add(name + ": " + value));
        return headers;
    }

    private static Path program(String name) {
        return ProxyProgram.find(name, System.getenv().getOrDefault("PATH", ""))
                .orElseThrow(
                        () -> new IllegalArgumentException(name + " is not installed (apt-get install " + name + ")"));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}

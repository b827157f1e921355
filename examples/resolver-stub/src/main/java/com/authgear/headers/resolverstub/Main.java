package com.authgear.headers.resolverstub;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The stub as a program; see {@code --help}. For examples and tests, no security product. */
@Command(
        name = "resolver-stub",
        description = "Answers on 127.0.0.1 as the Authgear resolver does, for a table of users.",
        footer = "It is a stub for examples and tests and no security product.",
        sortOptions = false)
public final class Main implements Callable<Integer> {
    /** Held, because the logging system forgets the level of a logger that nobody holds. */
    private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8082", description = "0 for any free one (8082)")
    private int port;

    @Option(names = "--users", paramLabel = "FILE", description = "a JSON file of users (alice, bob, carol, ...)")
    private @Nullable Path users;

    @Option(names = "--host", paramLabel = "HOST", description = "answer this host only, 404 to all others")
    private @Nullable String host;

    @Option(names = "--trust-proxy", description = "believe X-Forwarded-Host, X-Forwarded-Proto, X-Original-*")
    private boolean trustProxy;

    @Option(names = "--cookie-prefix", paramLabel = "PREFIX", defaultValue = "", description = "of the cookies' names")
    private String cookiePrefix = "";

    @Option(names = "--cookie-domain", paramLabel = "DOMAIN", defaultValue = "", description = "of the session cookie")
    private String cookieDomain = "";

    @Option(names = "--client", paramLabel = "ID", defaultValue = "app", description = "whose browsers log in (app)")
    private String client = "";

    @Option(
            names = "--redirect-uri",
            paramLabel = "URI",
            defaultValue = "http://127.0.0.1:8080/authgear/callback",
            description = {"where a login leads back to, again for more", "(${DEFAULT-VALUE})"})
    private List<String> redirectUris = List.of();

    @Option(
            names = "--post-logout-uri",
            paramLabel = "URI",
            defaultValue = "http://127.0.0.1:8080/",
            description = {"where a logout leads to, again for more", "(${DEFAULT-VALUE})"})
    private List<String> postLogoutUris = List.of();

    @Option(names = "--amr", description = "write the methods; servers released so far leave the header empty")
    private boolean amr;

    @Option(names = "--legacy-invalid-bearer", description = "a bad token is an invalid session, as before July 2024")
    private boolean legacyInvalidBearer;

    @Option(names = "--legacy-acr", description = "write X-Authgear-Session-Acr, as before July 2021")
    private boolean legacyAcr;

    @Option(
            names = "--fault",
            paramLabel = "FAULT",
            defaultValue = "none",
            converter = FaultOption.class,
            description = FaultOption.FORMS)
    private Fault fault = Fault.Simple.NONE;

    /** Read by picocli only, which then runs nothing else. */
    @SuppressWarnings("unused")
    @Option(names = "--help", usageHelp = true, description = "print this")
    private boolean help;

    private Main() {}

    /**
     * Runs until it is interrupted.
     *
     * @param args the options
     */
    public static void main(String... args) {
        JETTY.setLevel(Level.WARNING);
        System.exit(commandLine().execute(args));
    }

    /** Every error of the user is one line. */
    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Main());
        commandLine.setParameterExceptionHandler(
                (e, args) -> fail(e.getCommandLine().getErr(), e, 2));
        commandLine.setExecutionExceptionHandler((e, failed, result) -> fail(failed.getErr(), e, 1));
        return commandLine;
    }

    private static int fail(PrintWriter err, Exception e, int exitCode) {
        err.println("resolver-stub: " + e.getMessage());
        return exitCode;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        UserTable known = users == null ? UserTable.defaults() : read(users);
        try (ResolverStub stub = stub(known).start()) {
            Runtime.getRuntime().addShutdownHook(new Thread(stub::close));
            stub.fault(fault);
            greet(stub, known);
            stub.join();
        }
        return 0;
    }

    private static UserTable read(Path file) throws IOException {
        try {
            return UserTable.read(file);
        } catch (IOException e) {
            throw new IOException(file + ": this file cannot be read", e);
        }
    }

    private ResolverStub stub(UserTable known) {
        ResolverStub.Builder builder = ResolverStub.builder()
                .port(port)
                .users(known)
                .cookiePrefix(cookiePrefix)
                .cookieDomain(cookieDomain)
                .client(client, redirectUris, postLogoutUris)
                .amr(amr)
                .trustProxy(trustProxy)
                .legacyInvalidBearer(legacyInvalidBearer)
                .legacyAcr(legacyAcr);
        return (host == null ? builder : builder.host(host)).build();
    }

    private void greet(ResolverStub stub, UserTable known) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println("This is a stub for examples and tests and no security product:");
        out.println("whoever names a user is that user, without a password.");
        out.println("  resolver  " + stub.uri() + "/resolve");
        out.println("  login     " + stub.uri() + "/login");
        out.println("  client    " + client + ", back to " + String.join(", ", redirectUris));
        out.println("  users     " + String.join(", ", known.names()));
        out.flush();
    }
}

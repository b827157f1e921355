package com.authgear.headers.soak;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.ProxyTrust;
import com.authgear.headers.harness.Ports;
import com.authgear.headers.harness.ProxyProcess;
import com.authgear.headers.harness.ProxyProgram;
import com.authgear.headers.harness.Recipe;
import com.authgear.headers.harness.Started;
import com.authgear.headers.resolverstub.ResolverStub;
import com.authgear.headers.resolverstub.StubUser;
import com.authgear.headers.resolverstub.UserTable;
import com.authgear.headers.servlet.AuthgearHeadersFilter;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletRegistration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.catalina.startup.Tomcat;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The resolver stub, Jetty, Tomcat, and the NGINX of the example in front of both. Thread-safe. */
final class Site {
    static final int USERS = 240;
    private static final Path NGINX_FILES = Path.of("../../examples/proxies/nginx");
    private static final String SECRET = UUID.randomUUID() + "-" + UUID.randomUUID();

    private final Started started;
    private final int resolverPort;
    private final int jettyPort;
    private final int tomcatPort;
    private final ProxyProcess nginx;
    volatile ResolverStub resolver;

    Site(Started started, Path program) throws Exception {
        this.started = started;
        resolver = resolver(0);
        resolverPort = resolver.port();
        started.<AutoCloseable>start(() -> () -> resolver.close());
        jettyPort = startJetty();
        tomcatPort = startTomcat();
        nginx = ProxyProgram.NGINX.start(started, program, recipe());
    }

    /** Fields differ between users, and some are absent, so that a mixture of two users is detected. */
    static AuthgearPrincipal user(int number) {
        AuthgearPrincipal.Builder user = AuthgearPrincipal.builder("user-" + number)
                .anonymous(number % 5 == 0)
                .verified(number % 2 == 0)
                .canReauthenticate(number % 3 == 0)
                .roles(number % 4 == 0 ? List.of() : List.of("role_" + number, "team:" + number % 7))
                .amr(number % 6 == 0 ? List.of() : List.of("pwd", "x_" + number));
        Instant login = Instant.ofEpochSecond(1_700_000_000 + number);
        return (number % 8 == 0 ? user : user.authenticatedAt(login)).build();
    }

    /** Where a request goes. */
    int port(Shot shot) {
        int backend = shot.dice() % 2 == 0 ? jettyPort : tomcatPort;
        return shot.kind().past() ? backend : nginx.port();
    }

    /** On the same port, which may meanwhile serve an outgoing connection. */
    void restartResolver() {
        resolver.close();
        await(30_000, () -> {
            try {
                resolver = resolver(resolverPort);
                return true;
            } catch (IOException inUse) {
                return false;
            }
        });
    }

    /** As {@code nginx -s reload} does; returns when no worker of before is left. */
    void reloadNginx() throws IOException {
        List<ProcessHandle> before = nginx.handle().children().toList();
        new ProcessBuilder("sh", "-c", "kill -HUP " + nginx.handle().pid()).start();
        await(30_000, () -> before.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** Waits for a condition, or until so many milliseconds have passed. */
    static void await(long millis, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!condition.getAsBoolean() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private static ResolverStub resolver(int port) throws IOException {
        Map<String, StubUser> users =
                new HashMap<>(Map.of("disabled", new StubUser(user(0), StubUser.Standing.EXPIRED)));
        for (int i = 0; i < USERS; i++) {
            users.put(user(i).userId(), StubUser.enabled(user(i)));
        }
        return ResolverStub.builder()
                .port(port)
                .host("app.authgear.example")
                .trustProxy(true)
                .amr(true)
                .users(UserTable.of(users))
                .build()
                .start();
    }

    private static ServletContainerInitializer application(String container) {
        return (classes, context) -> {
            AuthgearHeadersFilter.builder(ProxyTrust.sharedSecret(SECRET))
                    .parser(parser -> parser.trustRoles(true))
                    .publicPaths(EchoServlet.PUBLIC)
                    .build()
                    .register(context);
            ServletRegistration.Dynamic echo = context.addServlet(container, new EchoServlet());
            echo.addMapping("/*");
            echo.setAsyncSupported(true);
        };
    }

    private int startJetty() throws Exception {
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServletContainerInitializer(application("jetty"));
        Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.setHandler(context);
        started.<AutoCloseable>start(() -> server::stop);
        server.start();
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    private int startTomcat() throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir("target/tomcat");
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.addContext("", null).addServletContainerInitializer(application("tomcat"), Set.of());
        started.<AutoCloseable>start(() -> tomcat::stop);
        tomcat.start();
        return tomcat.getConnector().getLocalPort();
    }

    /**
     * The files of the example, with both backends in turn behind every location, on connections that all users share:
     * where identities could be mixed up. NGINX ends a connection before a backend does, asks a failed server again at
     * once, and does not log each failure.
     */
    private Recipe recipe() {
        String upstreams = """
                client_max_body_size 10m;
                upstream backends { server 127.0.0.1:%d max_fails=0; server 127.0.0.1:%d max_fails=0; %4$s }
                upstream resolver { server 127.0.0.1:%3$d max_fails=0; %4$s }
                """.formatted(jettyPort, tomcatPort, resolverPort, "keepalive 64; keepalive_timeout 10s;");
        return Recipe.of(NGINX_FILES, new Ports(0, jettyPort, resolverPort), SECRET)
                .with("error_log stderr warn;", "error_log stderr crit;")
                .with("client_max_body_size 10m;", upstreams)
                .with("http://127.0.0.1:8081", "http://backends")
                .with("http://127.0.0.1:8082", "http://resolver");
    }
}

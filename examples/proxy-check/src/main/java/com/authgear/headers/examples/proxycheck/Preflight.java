package com.authgear.headers.examples.proxycheck;

import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Checks that the proxy leads to our backend at all; otherwise every check would fail alike. */
final class Preflight {
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Bench bench;
    private final EchoBackend backend;
    private final Resolver resolver;

    Preflight(Bench bench, EchoBackend backend, Resolver resolver) {
        this.bench = bench;
        this.backend = backend;
        this.resolver = resolver;
    }

    /** Reports each new obstacle while it waits. */
    void await(Duration deadline, Consumer<String> waiting) throws ProxyNotReadyException {
        long end = System.nanoTime() + deadline.toNanos();
        String told = "";
        for (String obstacle = obstacle(); !obstacle.isEmpty(); obstacle = obstacle()) {
            if (System.nanoTime() - end >= 0) {
                throw new ProxyNotReadyException(obstacle);
            }
            if (!obstacle.equals(told)) {
                waiting.accept(obstacle);
                told = obstacle;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** The obstacle in words for the operator, or an empty text. */
    private String obstacle() {
        long strangers = backend.strangers();
        String path = bench.target().path();
        try {
            Exchange exchange =
                    bench.send(Sent.of("GET", path, bench.users().alice().bearer()));
            return exchange.reachedBackend() ? "" : explained(exchange, backend.strangers() > strangers);
        } catch (ConnectException e) {
            return "nothing listens at " + bench.target().address() + ": start the proxy, or give its address with"
                    + " --proxy";
        }
    }

    private String explained(Exchange exchange, boolean anonymousArrival) {
        String got = "GET " + bench.target().address().resolve(bench.target().path()) + " as a user: "
                + exchange.summary() + "; ";
        if (anonymousArrival) {
            return got + "the request came without its header " + EchoBackend.NONCE + ": let the proxy pass it on";
        }
        if (exchange.asked().isEmpty()) {
            return got + "the proxy did not ask the resolver: let it ask http://127.0.0.1:" + resolver.port()
                    + "/_resolver/resolve and send what it lets through to http://127.0.0.1:" + backend.port()
                    + ", or give a path with --path that is so";
        }
        return got + "the proxy asked the resolver, but sent nothing to the backend: its upstream must be"
                + " http://127.0.0.1:" + backend.port() + ", and it must ask for GET /_resolver/resolve (it asked "
                + exchange.asked().get(0).method() + " "
                + exchange.asked().get(0).path() + ")";
    }
}

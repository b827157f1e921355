package com.authgear.headers.examples.proxycheck;

import com.authgear.headers.resolverstub.RecordedRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sends the requests of a check to the proxy and records what reaches backend and resolver. Not thread-safe. */
final class Bench {
    private final ProxyTarget target;
    private final UsersOfRun users;
    private final EchoBackend backend;
    private final Resolver resolver;
    private Baseline baseline = Baseline.FAULTLESS;

    Bench(ProxyTarget target, UsersOfRun users, EchoBackend backend, Resolver resolver) {
        this.target = target;
        this.users = users;
        this.backend = backend;
        this.resolver = resolver;
    }

    ProxyTarget target() {
        return target;
    }

    UsersOfRun users() {
        return users;
    }

    Resolver resolver() {
        return resolver;
    }

    /** A GET of the usual path. */
    Case get(Expected expected, String... lines) {
        return Case.get(target.path(), expected, lines);
    }

    /** A GET of the usual path, described in words. */
    Case get(String what, Expected expected, String... lines) {
        return Case.get(target.path(), what, expected, lines);
    }

    /** That a user with an access token arrives as after an honest request. */
    Expected arrives(User user) {
        return baseline.arrives(user, user.bearer());
    }

    Baseline baseline() {
        return baseline;
    }

    /** Determines the faults of every request. */
    void learn() throws IOException {
        baseline = Baseline.of(this);
    }

    /** How to send one request on a connection and read its answer. */
    @FunctionalInterface
    interface Sending {
        Answer send(Wire wire, Sent request) throws IOException;
    }

    /** Sends each in turn. The first that fails is the finding. */
    Finding first(List<Case> cases) throws ConnectException {
        return first(cases, Wire::exchange);
    }

    Finding first(List<Case> cases, Sending sending) throws ConnectException {
        Finding finding = new Finding(true, "nothing", "", "", List.of());
        for (Case one : cases) {
            finding = judge(one, sending);
            if (!finding.holds()) {
                return finding;
            }
        }
        return finding;
    }

    Finding judge(Case one, Sending sending) throws ConnectException {
        Exchange exchange = exchange(one.request(), sending);
        return Finding.of(one, exchange, target.secretHeader());
    }

    Exchange send(Sent request) throws ConnectException {
        return exchange(request, Wire::exchange);
    }

    /** A proxy that no longer listens ends all checks; every other failure is an outcome of the request. */
    private Exchange exchange(Sent request, Sending sending) throws ConnectException {
        String nonce = backend.expect();
        Set<RecordedRequest> before = Collections.newSetFromMap(new IdentityHashMap<>());
        before.addAll(resolver.requests());
        Optional<Answer> response = Optional.empty();
        String trouble = "";
        try (Wire wire = Wire.to(target)) {
            response = Optional.of(sending.send(wire, request.with(EchoBackend.NONCE + ": " + nonce)));
        } catch (ConnectException e) {
            throw e;
        } catch (SocketTimeoutException e) {
            trouble = "no answer within " + target.patience().toSeconds() + " s";
        } catch (IOException | RuntimeException e) {
            trouble = "no whole answer: " + e.getMessage();
        }
        List<RecordedRequest> asked = resolver.requests().stream()
                .filter(one -> !before.contains(one))
                .toList();
        return new Exchange(response, trouble, backend.arrivals(nonce), asked);
    }
}

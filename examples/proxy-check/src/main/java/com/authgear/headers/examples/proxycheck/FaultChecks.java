package com.authgear.headers.examples.proxycheck;

import com.authgear.headers.resolverstub.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The resolver fails: the client gets an error, and the backend receives no request with an identity. */
final class FaultChecks {
    private static final Duration LATE = Duration.ofSeconds(1);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private FaultChecks() {}

    static Stream<Check> list() {
        return Stream.of(
                check("resolver-silent", "An answer of the resolver without identity gives none.", FaultChecks::silent),
                check(
                        "resolver-slow",
                        "A late answer of the resolver is waited for, or is an error.",
                        FaultChecks::slow),
                error("resolver-error", "A resolver that answers 500 is an error.", Fault.Simple.ERROR_JSON),
                error("resolver-unknown-project", "A resolver that answers 404 is an error.", Fault.Simple.NOT_FOUND),
                new Check(
                        "resolver-hangs",
                        "A resolver that does not answer is an error, in time.",
                        Mend.of("timeout"),
                        false,
                        FaultChecks::hanging),
                check("resolver-refuses", "A resolver that is down is an error.", FaultChecks::down),
                check("resolver-back", "After the resolver's troubles users arrive again.", FaultChecks::back));
    }

    private static Check check(String name, String about, Check.Procedure procedure) {
        return new Check(name, about, Mend.of("fail-closed"), false, procedure);
    }

    private static Check error(String name, String about, Fault fault) {
        return check(
                name,
                about,
                bench -> bench.resolver().during(fault, () -> bench.first(cases(bench, Expected.error()))));
    }

    private static Finding silent(Bench bench) throws IOException {
        List<Case> cases = cases(bench, bench.baseline().arrivesNobody());
        return bench.resolver().during(Fault.Simple.NO_HEADERS, () -> bench.first(cases));
    }

    /** One case only, since each lasts as long as the proxy waits. */
    private static Finding hanging(Bench bench) throws IOException {
        List<Case> one = cases(bench, Expected.error()).subList(1, 2);
        return bench.resolver().during(Fault.Simple.HANG, () -> bench.first(one));
    }

    private static Finding down(Bench bench) throws IOException {
        return bench.resolver().whileStopped(() -> bench.first(cases(bench, Expected.error())));
    }

    /** With users that are in no cache yet. */
    private static List<Case> cases(Bench bench, Expected expected) {
        String path = bench.target().path();
        return List.of(
                Case.get(path, expected, bench.users().fresh().bearer()),
                Case.get(path, expected, bench.users().fresh().cookie("session"))
                        .with("nine forged", Forged.nine()),
                Case.get(path, expected.or(bench.baseline().arrivesNobody())).with("nine forged", Forged.nine()));
    }

    private static Finding slow(Bench bench) throws IOException {
        User user = bench.users().fresh();
        Case late = bench.get(bench.arrives(user).or(Expected.error()), user.bearer())
                .with("nine forged", Forged.nine());
        return bench.resolver().during(new Fault.Slow(LATE), () -> bench.first(List.of(late)));
    }

    private static Finding back(Bench bench) throws IOException {
        User user = bench.users().fresh();
        Case one = bench.get(bench.arrives(user), user.bearer());
        long end = System.nanoTime() + bench.target().patience().toNanos();
        Finding finding = bench.first(List.of(one));
        while (!finding.holds() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(POLL_NANOS);
            finding = bench.first(List.of(one));
        }
        return finding;
    }
}

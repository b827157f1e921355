package com.authgear.headers.examples.proxycheck;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The faults of every request. Each is reported by the check for exactly that fault; all other checks disregard it, so
 * that one missing line of configuration does not fail forty checks.
 *
 * @param lostByToken the names of the headers that do not arrive even for an honest user with an access token
 * @param lostByCookie the same for one with a session cookie
 * @param leaked the names under which a client's own headers arrive
 */
record Baseline(Set<String> lostByToken, Set<String> lostByCookie, Set<String> leaked) {
    static final Baseline FAULTLESS = new Baseline(Set.of(), Set.of(), Set.of());

    static Baseline of(Bench bench) throws IOException {
        User alice = bench.users().alice();
        Set<String> leaked = new HashSet<>();
        for (String[] forged : List.of(Forged.nine(), Forged.separatedBy('_'))) {
            Identity arrived = arrived(bench, forged);
            leaked.addAll(Identity.of(forged).namesIf(arrived.lines()::contains));
        }
        return new Baseline(lost(bench, alice.bearer()), lost(bench, alice.cookie("session")), leaked);
    }

    private static Set<String> lost(Bench bench, String credential) throws IOException {
        Identity honest = arrived(bench, credential);
        return bench.users().alice().identity().namesIf(line -> !honest.lines().contains(line));
    }

    private static Identity arrived(Bench bench, String... lines) throws IOException {
        Exchange exchange = bench.send(Sent.of("GET", bench.target().path(), lines));
        return exchange.arrival().map(Arrival::identity).orElse(Identity.NOBODY);
    }

    /** The same, but headers that a client forged are not disregarded. */
    Baseline strict() {
        return new Baseline(lostByToken, lostByCookie, Set.of());
    }

    /** The user arrives as after an honest request with the same kind of credential. */
    Expected arrives(User user, String credential) {
        Set<String> lost = credential.startsWith("Cookie:") ? lostByCookie : lostByToken;
        return Expected.identity(user.identity().without(lost), leaked);
    }

    /** The user arrives as after an honest request with the kind of credential that loses fewer headers. */
    Expected arrivesAtBest(User user) {
        Set<String> lost = new HashSet<>(lostByToken);
        lost.retainAll(lostByCookie);
        return Expected.identity(user.identity().without(lost), leaked);
    }

    Expected arrivesNobody() {
        return Expected.identity(Identity.NOBODY, leaked).orRefused();
    }
}

package com.authgear.headers.examples.proxycheck;

import com.authgear.headers.examples.front.Forgery;
import com.authgear.headers.rawhttp.RawRequest;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What goes wrong on every request, and is therefore the finding of the checks for exactly that. All others look only
 * at what goes wrong besides, so that one missing line is not forty findings.
 *
 * @param lost the names of the headers that do not arrive even after an honest request
 * @param leaked the names under which a client's own headers arrive
 */
record Baseline(Set<String> lost, Set<String> leaked) {
    static final Baseline FAULTLESS = new Baseline(Set.of(), Set.of());

    static Baseline of(Bench bench) throws IOException {
        String path = bench.target().path();
        User alice = bench.users().alice();
        Identity honest = identity(bench, RawRequest.get(path, alice.bearer()));
        Set<String> lost = alice.identity().namesIf(line -> !honest.lines().contains(line));
        Set<String> leaked = new HashSet<>();
        for (String[] forged : List.of(Forgery.nine(), Forgery.underscores())) {
            Identity arrived = identity(bench, RawRequest.get(path, forged));
            leaked.addAll(Identity.of(forged).namesIf(arrived.lines()::contains));
        }
        return new Baseline(lost, leaked);
    }

    private static Identity identity(Bench bench, RawRequest request) throws IOException {
        return bench.send(request).arrival().map(Arrival::identity).orElse(Identity.NOBODY);
    }

    /** The same, but without mercy for what a client sent. */
    Baseline strict() {
        return new Baseline(lost, Set.of());
    }

    /** The user arrives as after an honest request. */
    Expected arrives(User user) {
        return arrives(user.identity());
    }

    Expected arrivesNobody() {
        return arrives(Identity.NOBODY).orRefused();
    }

    private Expected arrives(Identity identity) {
        return Expected.identity(identity.without(lost), leaked);
    }
}

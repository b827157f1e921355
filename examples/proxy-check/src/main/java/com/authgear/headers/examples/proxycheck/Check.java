package com.authgear.headers.examples.proxycheck;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * One thing that a proxy in front of a backend must do, and how to find out whether it does.
 *
 * @param name by which it is chosen and reported
 * @param about what must hold, in a sentence
 * @param mend the remedy
 * @param optional whether a safe proxy may lack it
 * @param procedure finds out
 */
record Check(String name, String about, Mend mend, boolean optional, Procedure procedure) {
    /** Sends requests and looks at what became of them. */
    @FunctionalInterface
    interface Procedure {
        Finding run(Bench bench) throws IOException;
    }

    /** A check that is a list of requests, which depend on the users of the run and the paths of the proxy. */
    static Check of(String name, String about, Mend mend, Function<Bench, List<Case>> cases) {
        return new Check(name, about, mend, false, bench -> bench.first(cases.apply(bench)));
    }

    Check asOptional() {
        return new Check(name, about, mend, true, procedure);
    }
}

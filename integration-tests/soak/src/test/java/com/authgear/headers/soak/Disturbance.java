package com.authgear.headers.soak;

import com.authgear.headers.resolverstub.Fault;
import java.io.IOException;
import java.time.Duration;

/** What goes wrong while requests are sent. */
enum Disturbance {
    /** In time for NGINX. */
    RESOLVER_SLOW(new Fault.Slow(Duration.ofMillis(40)), Outcome.OWN_USER),
    RESOLVER_500_JSON(Fault.Simple.ERROR_JSON, Outcome.SERVER_ERROR),
    RESOLVER_500_TEXT(Fault.Simple.ERROR_TEXT, Outcome.SERVER_ERROR),
    RESOLVER_404(Fault.Simple.NOT_FOUND, Outcome.SERVER_ERROR),
    RESOLVER_200_WITHOUT_HEADERS(Fault.Simple.NO_HEADERS, Outcome.NO_USER),
    RESOLVER_KILLED(Fault.Simple.NONE, Outcome.SERVER_ERROR),
    RESOLVER_HUNG_AND_KILLED(Fault.Simple.HANG, Outcome.SERVER_ERROR),
    NGINX_RELOADED(Fault.Simple.NONE, Outcome.LOST),
    NGINX_RELOADED_RESOLVER_SLOW(new Fault.Slow(Duration.ofMillis(40)), Outcome.LOST);

    @SuppressWarnings("ImmutableEnumChecker") // all of them are
    private final Fault fault;

    private final Outcome harm;

    Disturbance(Fault fault, Outcome harm) {
        this.fault = fault;
        this.harm = harm;
    }

    void begin(Site site) throws IOException {
        site.resolver.fault(fault);
        if (this == RESOLVER_KILLED) {
            site.resolver.close();
        } else if (harm == Outcome.LOST) {
            site.reloadNginx();
        }
    }

    void end(Site site) {
        if (this == RESOLVER_KILLED || this == RESOLVER_HUNG_AND_KILLED) {
            site.restartResolver();
        }
        site.resolver.fault(Fault.Simple.NONE);
    }

    /** Whether the disturbance can explain this outcome of a request through the proxy. */
    boolean explains(Kind kind, Outcome outcome) {
        return switch (harm) {
            case OWN_USER -> false;
            case NO_USER ->
                kind.expected().contains(Outcome.OWN_USER)
                        && outcome
                                == (kind.line().endsWith(EchoServlet.PUBLIC) ? Outcome.NO_USER : Outcome.UNAUTHORIZED);
            default -> outcome == harm;
        };
    }

    /**
     * The name of the count that must not be zero, or the disturbance had no effect. A good reload harms no request.
     */
    String effect() {
        return harm == Outcome.SERVER_ERROR || harm == Outcome.NO_USER ? this + " harmed" : name();
    }
}

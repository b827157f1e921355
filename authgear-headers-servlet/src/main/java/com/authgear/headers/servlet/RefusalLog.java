package com.authgear.headers.servlet;

import com.authgear.headers.AuthgearSession;
import com.authgear.headers.RefusedHeadersException;
import com.authgear.headers.StepUpResult;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Logs refusals, with nothing that the client chose. Repeats within a minute are only counted, so that an attacker
 * cannot fill a disk. Thread-safe.
 */
final class RefusalLog {
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Logger logger;
    private final Clock clock;
    /** Bounded: codes and header names are constants of the library. */
    private final Map<String, Repeats> repeats = new ConcurrentHashMap<>();

    private final AtomicBoolean toldOfUnreadBodies = new AtomicBoolean();

    RefusalLog() {
        this(System.getLogger(AuthgearHeadersFilter.class.getName()), Clock.systemUTC());
    }

    RefusalLog(Logger logger, Clock clock) {
        this.logger = logger;
        this.clock = clock;
    }

    void started(String options, List<String> warnings) {
        logger.log(Level.INFO, "Authgear headers: " + options);
        warnings.forEach(warning -> logger.log(Level.WARNING, warning));
    }

    void refused(RefusedHeadersException refusal, Optional<InetAddress> peer) {
        refused(refusal.code(), refusal.header(), refusal.remedy(), () -> peer);
    }

    /**
     * A warning if the time of the login is unknown, which refuses every user until an operator mends it. Other results
     * concern one user and are logged at DEBUG, as a missing session is.
     */
    void steppedUp(StepUpResult.Unsatisfied result, Supplier<Optional<InetAddress>> peer) {
        StepUpResult.Reason reason = result instanceof StepUpResult.Forbidden forbidden ? forbidden.reason() : null;
        if (reason == null) {
            logger.log(Level.DEBUG, () -> "Step-up: code=" + result.code());
        } else if (reason == StepUpResult.Reason.AUTHENTICATION_TIME_UNKNOWN) {
            refused(reason.code(), reason.header(), reason.remedy(), peer);
        } else {
            logger.log(
                    Level.DEBUG,
                    () -> "Step-up: code=" + reason.code() + " header=" + reason.header() + ": " + reason.remedy());
        }
    }

    /** A warning, since no user can log in until an operator mends it. */
    void loginWithoutSession(Supplier<Optional<InetAddress>> peer) {
        refused(
                "login_without_session",
                "Cookie",
                "a browser came back from the login without a session: let http.cookie_domain of Authgear cover the host"
                        + " of this application, and let the proxy ask the resolver for " + AuthgearLogin.CALLBACK_PATH
                        + " and forward the answer; where cookie_prefix is set, the proxy must pass cookies of that name on",
                peer);
    }

    private void refused(String code, String header, String remedy, Supplier<Optional<InetAddress>> peer) {
        String what = "code=" + code + " header=" + header;
        long unprinted = repeats.computeIfAbsent(what, key -> new Repeats()).count(clock.instant());
        if (unprinted >= 0) {
            logger.log(Level.WARNING, line(what, peer.get(), unprinted) + ": " + remedy);
        }
    }

    /** A valid session is not logged: who did what belongs in the access log. */
    void decided(AuthgearSession session) {
        if (!(session instanceof AuthgearSession.Valid)) {
            logger.log(
                    Level.DEBUG, () -> session instanceof AuthgearSession.Invalid ? "Invalid session" : "No session");
        }
    }

    void peerResolverFailed(RuntimeException failure) {
        logger.log(Level.DEBUG, "The PeerResolver failed: no peer is known", failure);
    }

    void listenerFailed(Class<?> listener, Exception failure) {
        logger.log(
                Level.WARNING,
                "The listener " + listener.getName() + " failed and may have missed requests; logged once",
                failure);
    }

    void answerFailed(Exception failure) {
        logger.log(
                failure instanceof IOException ? Level.DEBUG : Level.WARNING,
                "A refused request could not be answered",
                failure);
    }

    /** Logged once, since it depends on the configuration alone. */
    void bodyLeftUnread() {
        if (!toldOfUnreadBodies.getAndSet(true)) {
            logger.log(
                    Level.WARNING,
                    "Asynchronous processing is not supported here, so that bodies of refused requests are not read: a"
                            + " proxy may answer 502 instead of 401. Set <async-supported>true</async-supported> for"
                            + " the filter, all filters before it, and servlets that call AuthgearRequests.require");
        }
    }

    /** Logs the refusals that were only counted so far. */
    void flush() {
        repeats.forEach((what, count) -> {
            long unprinted = count.drain();
            if (unprinted > 0) {
                logger.log(Level.WARNING, "Refused " + unprinted + " more requests: " + what);
            }
        });
    }

    private static String line(String what, Optional<InetAddress> peer, long unprinted) {
        String address = peer.map(InetAddress::getHostAddress).orElse("unknown");
        String more = unprinted == 0 ? "" : " (and " + unprinted + " more like it)";
        return "Refused a request" + more + ": " + what + " peer=" + address;
    }

    /** Counts one kind of refusal since it was last logged. */
    private static final class Repeats {
        private Instant printed = Instant.MIN;
        private Instant quietUntil = Instant.MIN;
        private long unprinted;

        /** The number of unlogged refusals if this one should be logged, else -1. */
        synchronized long count(Instant now) {
            boolean quiet = !now.isBefore(printed) && now.isBefore(quietUntil);
            if (quiet) {
                unprinted++;
                return -1;
            }
            printed = now;
            quietUntil = now.plus(QUIET);
            return drain();
        }

        synchronized long drain() {
            long result = unprinted;
            unprinted = 0;
            return result;
        }
    }
}

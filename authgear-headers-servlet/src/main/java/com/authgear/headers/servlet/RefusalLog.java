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
 * One line a refusal, with nothing in it that the client chose; repeats are counted, not printed, so that an attacker
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
     * A time that is unknown keeps everybody out for a reason that an operator can remove. The rest is the user's own
     * affair, as a session that is none.
     */
    void steppedUp(StepUpResult.Unsatisfied result, Supplier<Optional<InetAddress>> peer) {
        if (result instanceof StepUpResult.Forbidden forbidden
                && forbidden.reason() == StepUpResult.Reason.AUTHENTICATION_TIME_UNKNOWN) {
            refused(
                    forbidden.code(),
                    forbidden.reason().header(),
                    forbidden.reason().remedy(),
                    peer);
        } else {
            logger.log(Level.DEBUG, () -> "Step-up: " + text(result));
        }
    }

    private void refused(String code, String header, String remedy, Supplier<Optional<InetAddress>> peer) {
        String what = "code=" + code + " header=" + header;
        long unprinted = repeats.computeIfAbsent(what, key -> new Repeats()).count(clock.instant());
        if (unprinted >= 0) {
            logger.log(Level.WARNING, line(what, peer.get(), unprinted) + ": " + remedy);
        }
    }

    /** Of a valid session nothing is told: the access log is the place for who did what. */
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
                "The listener " + listener.getName() + " failed and misses requests; told once",
                failure);
    }

    void answerFailed(Exception failure) {
        logger.log(
                failure instanceof IOException ? Level.DEBUG : Level.WARNING,
                "A refused request could not be answered",
                failure);
    }

    /** Told once: the operator changes it, or lives with it. */
    void bodyLeftUnread() {
        if (!toldOfUnreadBodies.getAndSet(true)) {
            logger.log(
                    Level.WARNING,
                    "Asynchronous processing is not supported here, so that bodies of refused requests are not read: a"
                            + " proxy may answer 502 instead of 401. Say <async-supported>true</async-supported> of the"
                            + " filter, of all before it, and of servlets that call AuthgearRequests.require");
        }
    }

    /** Prints what was only counted so far. */
    void flush() {
        repeats.forEach((what, count) -> {
            long unprinted = count.drain();
            if (unprinted > 0) {
                logger.log(Level.WARNING, "Refused " + unprinted + " more requests: " + what);
            }
        });
    }

    private static String text(StepUpResult.Unsatisfied result) {
        return result instanceof StepUpResult.Forbidden forbidden
                ? "code=" + forbidden.code() + " header=" + forbidden.reason().header() + ": "
                        + forbidden.reason().remedy()
                : "code=" + result.code();
    }

    private static String line(String what, Optional<InetAddress> peer, long unprinted) {
        String address = peer.map(InetAddress::getHostAddress).orElse("unknown");
        String more = unprinted == 0 ? "" : " (and " + unprinted + " more like it)";
        return "Refused a request" + more + ": " + what + " peer=" + address;
    }

    /** How often one thing happened since it was last printed. */
    private static final class Repeats {
        private Instant printed = Instant.MIN;
        private Instant quietUntil = Instant.MIN;
        private long unprinted;

        /** The number of unprinted ones, if it is time to print, else -1. */
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

package com.authgear.headers.servlet;

import com.authgear.headers.AuthgearSession;
import com.authgear.headers.MalformedHeadersException;
import com.authgear.headers.RefusedHeadersException;
import com.authgear.headers.servlet.AuthgearRequestListener.Outcome;
import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Those who are told of decisions. A request that nobody wants to hear of costs one comparison. Thread-safe. */
final class Listeners {
    private final AuthgearRequestListener[] listeners;
    private final RefusalLog log;
    private final Set<Class<?>> failed = ConcurrentHashMap.newKeySet();

    Listeners(List<AuthgearRequestListener> listeners, RefusalLog log) {
        this.listeners = listeners.toArray(AuthgearRequestListener[]::new);
        this.log = log;
    }

    /** Tells of a new decision. An ERROR dispatch that is the first to get here was not decided, but given up. */
    void decided(DispatcherType dispatch, Decision decision) {
        if (listeners.length > 0 && dispatch != DispatcherType.ERROR) {
            RefusedHeadersException refusal = decision.refusal();
            tell(
                    refusal == null ? outcome(decision.session()) : outcome(refusal),
                    refusal == null ? AuthgearRequestListener.NO_REASON : refusal.code());
        }
    }

    void tell(Outcome outcome, String reason) {
        for (AuthgearRequestListener listener : listeners) {
            tell(listener, outcome, reason);
        }
    }

    /** Everything but an Error is caught: listeners may be written in languages without checked exceptions. */
    private void tell(AuthgearRequestListener listener, Outcome outcome, String reason) {
        try {
            listener.decided(outcome, reason);
        } catch (Exception e) {
            if (failed.add(listener.getClass())) {
                log.listenerFailed(listener.getClass(), e);
            }
        }
    }

    private static Outcome outcome(RefusedHeadersException refusal) {
        return refusal instanceof MalformedHeadersException ? Outcome.MALFORMED : Outcome.UNTRUSTED;
    }

    private static Outcome outcome(AuthgearSession session) {
        if (session instanceof AuthgearSession.Valid) {
            return Outcome.VALID;
        }
        return session instanceof AuthgearSession.Invalid ? Outcome.INVALID : Outcome.NONE;
    }
}

package com.authgear.headers.servlet;

import com.authgear.headers.AuthgearSession;
import com.authgear.headers.MalformedHeadersException;
import com.authgear.headers.RefusedHeadersException;
import com.authgear.headers.servlet.AuthgearRequestListener.Outcome;
import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Notifies the listeners of decisions. Costs one comparison if there are none. Thread-safe. */
final class Listeners {
    private final AuthgearRequestListener[] listeners;
    private final RefusalLog log;
    private final Set<Class<?>> failed = ConcurrentHashMap.newKeySet();

    Listeners(List<AuthgearRequestListener> listeners, RefusalLog log) {
        this.listeners = listeners.toArray(AuthgearRequestListener[]::new);
        this.log = log;
    }

    /** Notifies of a new decision. A request that is first seen on its ERROR dispatch was never decided. */
    void decided(DispatcherType dispatch, Decision decision) {
        if (listeners.length > 0 && dispatch != DispatcherType.ERROR) {
            RefusedHeadersException refusal = decision.refusal();
            tell(outcome(decision), refusal == null ? AuthgearRequestListener.NO_REASON : refusal.code());
        }
    }

    void tell(Outcome outcome, String reason) {
        for (AuthgearRequestListener listener : listeners) {
            tell(listener, outcome, reason);
        }
    }

    /** Catches checked exceptions, too, since a language without them can throw them. */
    private void tell(AuthgearRequestListener listener, Outcome outcome, String reason) {
        try {
            listener.decided(outcome, reason);
        } catch (Exception e) {
            if (failed.add(listener.getClass())) {
                log.listenerFailed(listener.getClass(), e);
            }
        }
    }

    private static Outcome outcome(Decision decision) {
        if (decision.refusal() != null) {
            return decision.refusal() instanceof MalformedHeadersException ? Outcome.MALFORMED : Outcome.UNTRUSTED;
        }
        if (decision.session() instanceof AuthgearSession.Valid) {
            return Outcome.VALID;
        }
        return decision.session() instanceof AuthgearSession.Invalid ? Outcome.INVALID : Outcome.NONE;
    }
}

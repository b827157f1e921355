package com.authgear.headers.spring;

import com.authgear.headers.servlet.AuthgearRequestListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts requests with Micrometer: {@value #REQUESTS}, tagged {@code outcome} and {@code reason}, in lower case.
 *
 * <p>The tags are those of {@link AuthgearRequestListener}: a small set of constants that names no user. A request that
 * is asked to authenticate again counts as {@code valid} and as {@code step_up}. Thread-safe.
 */
// Micrometer is optional: a module without it must be able to read this one.
@SuppressWarnings("exports")
public final class AuthgearHeadersMetrics implements AuthgearRequestListener {
    /** The counter's name. */
    public static final String REQUESTS = "authgear.headers.requests";

    private final MeterRegistry registry;
    private final Map<Outcome, Map<String, Counter>> counters = new EnumMap<>(Outcome.class);

    /**
     * Registers the counters of requests that are not refused, so that they exist before the first request.
     *
     * @param registry where to count
     */
    public AuthgearHeadersMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (Outcome outcome : Outcome.values()) {
            counters.put(outcome, new ConcurrentHashMap<>());
        }
        List.of(Outcome.VALID, Outcome.NONE, Outcome.INVALID).forEach(outcome -> counter(outcome, NO_REASON));
    }

    @Override
    public void decided(Outcome outcome, String reason) {
        counter(outcome, reason).increment();
    }

    /** Looks the counter up, since building it on every request would be slow. */
    private Counter counter(Outcome outcome, String reason) {
        Map<String, Counter> byReason = Objects.requireNonNull(counters.get(outcome));
        Counter known = byReason.get(reason);
        return known != null ? known : byReason.computeIfAbsent(reason, added -> register(outcome, added));
    }

    private Counter register(Outcome outcome, String reason) {
        return Counter.builder(REQUESTS)
                .description("Requests by what their Authgear headers were found to be")
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .tag("reason", reason)
                .register(registry);
    }
}

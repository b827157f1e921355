package com.authgear.headers.examples.proxycheck;

import com.authgear.headers.resolverstub.RecordedRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The outcome of one request to the proxy.
 *
 * @param response what the client got, empty without a whole answer
 * @param trouble why there is none
 * @param arrivals what reached the backend
 * @param asked what reached the resolver
 */
record Exchange(Optional<Answer> response, String trouble, List<Arrival> arrivals, List<RecordedRequest> asked) {
    Exchange {
        arrivals = List.copyOf(arrivals);
        asked = List.copyOf(asked);
    }

    int status() {
        return response.map(Answer::status).orElse(0);
    }

    boolean reachedBackend() {
        return !arrivals.isEmpty();
    }

    /** The arrival, if there is exactly one. */
    Optional<Arrival> arrival() {
        return arrivals.size() == 1 ? Optional.of(arrivals.get(0)) : Optional.empty();
    }

    /** The proxy itself answered with a redirect or a client error. */
    boolean isRefused() {
        return !reachedBackend() && status() >= 300 && status() < 500;
    }

    /** The proxy itself answered with a client or server error. */
    boolean isError() {
        return !reachedBackend() && status() >= 400;
    }

    /** For people. */
    String summary() {
        return summary(Set.of());
    }

    /** The same without headers that do not matter. */
    String summary(Set<String> ignored) {
        return switch (arrivals.size()) {
            case 0 -> "(not reached) " + answer();
            case 1 -> seen(arrivals.get(0).identity(), ignored) + (status() == 200 ? "" : " (" + answer() + ")");
            default -> "(reached " + arrivals.size() + " times) " + answer();
        };
    }

    private static String seen(Identity identity, Set<String> ignored) {
        Identity rest = identity.without(ignored);
        return rest.equals(identity) ? rest.toString() : rest + " (besides what arrives always)";
    }

    private String answer() {
        return response.map(answer -> Integer.toString(answer.status())).orElse(trouble);
    }
}

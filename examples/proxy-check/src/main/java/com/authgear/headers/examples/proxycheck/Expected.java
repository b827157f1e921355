package com.authgear.headers.examples.proxycheck;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The required outcome of a request.
 *
 * @param text for people
 * @param holds whether an exchange has that outcome
 * @param shows the actual outcome, in words
 */
record Expected(String text, Predicate<Exchange> holds, Function<Exchange, String> shows) {
    static Expected of(String text, Predicate<Exchange> holds) {
        return new Expected(text, holds, Exchange::summary);
    }

    /** The request reaches the backend once, with these identity headers and no others. */
    static Expected identity(Identity identity) {
        return identity(identity, Set.of());
    }

    /** The same, but some headers are disregarded. */
    static Expected identity(Identity identity, Set<String> ignored) {
        Identity wanted = identity.without(ignored);
        return new Expected(
                identity.toString(),
                exchange -> exchange.arrival()
                        .filter(arrival -> arrival.identity().without(ignored).equals(wanted))
                        .isPresent(),
                exchange -> exchange.summary(ignored) + missing(wanted, exchange));
    }

    /** Names the missing headers, which are hard to see in a long list. */
    private static String missing(Identity wanted, Exchange exchange) {
        return exchange.arrival()
                .map(Arrival::identity)
                .filter(arrived -> !arrived.equals(Identity.NOBODY))
                .map(arrived -> wanted.namesIf(line -> !arrived.lines().contains(line)))
                .filter(names -> !names.isEmpty())
                .map(names -> "; not as expected: " + String.join(", ", new TreeSet<>(names)))
                .orElse("");
    }

    /** No identity reaches the backend; a proxy may answer such a request itself. */
    static Expected nobody() {
        return identity(Identity.NOBODY).orRefused();
    }

    /** The client gets an error, and the backend nothing. */
    static Expected error() {
        return of("an error, and the backend not reached", Exchange::isError);
    }

    /** The same, or the proxy does not let the request through. */
    Expected orRefused() {
        return or(of("refused", Exchange::isRefused));
    }

    Expected or(Expected other) {
        String either = text.contains(other.text) ? text : text + ", or " + other.text;
        return new Expected(either, holds.or(other.holds), shows);
    }

    /** Both hold. */
    Expected and(Expected other) {
        return new Expected(
                text + "; " + other.text,
                holds.and(other.holds),
                exchange -> Stream.of(this, other)
                        .map(expected -> expected.shows.apply(exchange))
                        .distinct()
                        .collect(Collectors.joining("; ")));
    }
}

package com.authgear.headers.examples.proxycheck;

import com.authgear.headers.ProxyTrust;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The secret that tells the backend that the proxy applied its rules. */
final class SecretChecks {
    static final String CLIENTS = "0".repeat(64);

    private SecretChecks() {}

    static Stream<Check> list(String header) {
        Mend mend = Mend.of("secret").with("secret", header.toLowerCase(Locale.ROOT));
        return Stream.of(
                Check.of("secret", "The secret arrives on a protected path, once.", mend, bench -> {
                    UsersOfRun users = bench.users();
                    return List.of(
                            bench.get(proper(header), users.alice().bearer()),
                            bench.get(proper(header).orRefused()));
                }),
                Check.of("secret-forged", "A client's own secret does not arrive.", mend, bench -> {
                    UsersOfRun users = bench.users();
                    Expected expected = proper(header).orRefused();
                    return Stream.of(bench.get(expected, users.alice().bearer()), bench.get(expected))
                            .map(honest -> honest.with("own " + header, header + ": " + CLIENTS))
                            .toList();
                }),
                NominationChecks.secret(header));
    }

    /** Exactly one line, with a value that the library accepts. */
    static Expected proper(String header) {
        return new Expected(
                "one line of " + header + " with a secret of 32 characters or more",
                exchange -> exchange.arrival()
                        .filter(arrival -> isProper(values(arrival, header)))
                        .isPresent(),
                exchange -> shown(exchange, header));
    }

    static Expected none(String header) {
        return new Expected(
                "no " + header,
                exchange -> exchange.arrivals().stream()
                        .allMatch(arrival -> values(arrival, header).isEmpty()),
                exchange -> shown(exchange, header));
    }

    private static List<String> values(Arrival arrival, String header) {
        return arrival.headers().getValuesList(header);
    }

    private static boolean isProper(List<String> values) {
        try {
            return values.size() == 1 && !values.contains(CLIENTS) && ProxyTrust.sharedSecret(values.get(0)) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String shown(Exchange exchange, String header) {
        return exchange.arrival()
                .map(arrival -> values(arrival, header))
                .map(values -> values.size() + " line(s) of " + header
                        + (isProper(values) || values.isEmpty() ? "" : ", not a proper secret of the proxy's"))
                .orElseGet(exchange::summary);
    }
}

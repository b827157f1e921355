package com.authgear.headers.examples.proxycheck;

import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;

/**
 * The finding of a check: its first request that failed, or its last request.
 *
 * @param holds whether the check holds
 * @param sent what was sent
 * @param reached the outcome
 * @param expected the required outcome
 * @param arrived every header line that reached the backend, but not the value of the secret
 */
public record Finding(boolean holds, String sent, String reached, String expected, List<String> arrived) {
    public Finding {
        arrived = List.copyOf(arrived);
    }

    static Finding of(Case one, Exchange exchange, Optional<String> secretHeader) {
        Expected expected = one.expected();
        List<String> arrived = exchange.arrivals().stream()
                .flatMap(arrival -> arrival.headers().stream())
                .map(field -> line(field, secretHeader))
                .toList();
        return new Finding(
                expected.holds().test(exchange),
                one.sent(),
                expected.shows().apply(exchange),
                expected.text(),
                arrived);
    }

    private static String line(HttpField field, Optional<String> secretHeader) {
        String value = field.getValue();
        boolean hidden = secretHeader.filter(field::is).isPresent() && value != null;
        return field.getName() + ": " + (hidden ? "(" + value.length() + " characters)" : value);
    }
}

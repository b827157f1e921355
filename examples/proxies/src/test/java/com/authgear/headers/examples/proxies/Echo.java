package com.authgear.headers.examples.proxies;

import com.authgear.headers.AuthgearHeader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it reached the backend.
 *
 * @param head its lines, and the one about the body that the backend writes behind them
 */
record Echo(RawHead head) {
    static Echo of(String text) {
        return new Echo(RawHead.of(text));
    }

    List<String> values(String name) {
        return head.values(name);
    }

    Optional<String> first(String name) {
        return head.first(name);
    }

    /** Everything that could be taken for a header of ours; an empty value says nothing. */
    Map<String, String> identity() {
        Map<String, String> identity = new TreeMap<>();
        for (String header : head.lines()) {
            String name = header.substring(0, header.indexOf(':'));
            String value = header.substring(header.indexOf(':') + 1).strip();
            if (AuthgearHeader.isReserved(name) && !value.isEmpty()) {
                identity.merge(name.toLowerCase(Locale.ROOT), value, (one, two) -> one + " AND " + two);
            }
        }
        return identity;
    }

    /** Names that another server might take for one of ours, or of the proxy's. */
    boolean hasOddNames() {
        return head.lines().stream().anyMatch(header -> !header.matches("[A-Za-z0-9-]+:.*"));
    }
}

package com.authgear.headers.attacksuite;

import java.util.List;

/** The required outcome of a request. */
public sealed interface Outcome permits Refused, RefusedOrRejected, Served, Withheld, Either, Nobody {
    void verify(Exchange exchange);

    /** The reasons that the log may give. */
    default List<String> codes() {
        return List.of();
    }
}

package com.authgear.headers.resolverstub;

import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/** Reads request headers as Go's {@code Header.Get} does, on which the real resolver relies. */
final class Headers {
    private Headers() {}

    /** The first line of a name; empty if there is none. */
    static String first(HttpFields headers, String name) {
        @Nullable String value = headers.get(name);
        return value == null ? "" : value;
    }

    /** The first member of the comma list in the first line of a name; empty if there is none. */
    static String firstMember(HttpFields headers, String name) {
        return first(headers, name).split(",", 2)[0].strip();
    }
}

package com.authgear.headers;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;

/** Some servers put the request line under the null name: it is no field. */
record MapHeaderSource(Map<String, ? extends Collection<String>> headers) implements HeaderSource {
    @Override
    public Iterator<String> names() {
        return headers.keySet().stream()
                .filter(Objects::nonNull)
                .map(String.class::cast)
                .iterator();
    }

    @Override
    public Iterator<String> values(String name) {
        return headers.entrySet().stream()
                .filter(entry -> entry.getKey() != null && FieldNames.equal(entry.getKey(), name))
                .flatMap(entry -> entry.getValue().stream())
                .map(String.class::cast)
                .iterator();
    }
}

package com.authgear.headers;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

record MapHeaderSource(Map<String, ? extends Collection<String>> headers) implements HeaderSource {
    @Override
    public Iterator<String> names() {
        return headers.keySet().stream().map(String.class::cast).iterator();
    }

    @Override
    public Iterator<String> values(String name) {
        return headers.entrySet().stream()
                .filter(entry -> FieldNames.equal(entry.getKey(), name))
                .flatMap(entry -> entry.getValue().stream())
                .map(String.class::cast)
                .iterator();
    }
}

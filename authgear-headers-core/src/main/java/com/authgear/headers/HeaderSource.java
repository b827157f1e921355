package com.authgear.headers;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

/**
 * The header fields of one request, repeated lines included: an identity that is sent twice must be seen twice.
 *
 * <p>Not required to be thread-safe; it is read on the calling thread only.
 */
public interface HeaderSource {
    /**
     * {@return the name of every field of the request, in any spelling and order; never null}
     *
     * <p>A name that comes twice, whatever its case, counts as two lines.
     */
    Iterator<String> names();

    /**
     * {@return the value of every line with this name, in order; empty, never null, if there is none}
     *
     * <p>Lines must not be joined or dropped, and the name must compare without regard to ASCII case.
     *
     * @param name a field name
     */
    Iterator<String> values(String name);

    /**
     * Headers out of a map, for servers whose headers are one.
     *
     * @param headers names to the values of their lines; not copied
     * @return a view of the map
     */
    static HeaderSource of(Map<String, ? extends Collection<String>> headers) {
        return new MapHeaderSource(headers);
    }
}

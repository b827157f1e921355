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
     * Walks over the fields once. By default every name is offered, and the lines of one that is wanted are looked up; a
     * server that keeps its fields in one list shows each field as it stands there, which costs no look-up.
     *
     * @param visitor takes the fields
     */
    default void visit(FieldVisitor visitor) {
        names().forEachRemaining(name -> {
            if (visitor.wants(name)) {
                values(name).forEachRemaining(visitor::line);
            }
        });
    }

    /** Takes fields one by one: first a name and then, if it wants them, lines with that name. */
    interface FieldVisitor {
        /**
         * Offers a name. Whoever shows each field as it stands offers a name that comes twice twice.
         *
         * @param name a field name
         * @return whether to show lines with this name
         */
        boolean wants(String name);

        /**
         * Shows a line with the name that was offered last.
         *
         * @param value its value
         */
        void line(String value);
    }

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

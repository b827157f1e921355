package com.authgear.headers;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;

/**
 * The header fields of one request. It must show repeated lines: a duplicate identity header can only be refused if
 * both lines are seen. Need not be thread-safe: it is read on the calling thread only.
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
     * Visits every field once. By default this offers each name and looks up the lines of a wanted one; a source with
     * all fields in one list can show them field by field, without look-ups.
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

    /** Takes fields one by one: first a name and then, if the visitor wants them, lines with that name. */
    interface FieldVisitor {
        /**
         * Offers a name. A source that shows field by field offers a repeated name each time.
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
     * Reads headers from a map. A null key, under which some servers keep the request line, is ignored.
     *
     * @param headers names to the values of their lines; not copied
     * @return a view of the map
     */
    static HeaderSource of(Map<String, ? extends Collection<String>> headers) {
        return new HeaderSource() {
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
        };
    }
}

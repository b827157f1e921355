package com.authgear.headers.servlet;

import com.authgear.headers.HeaderSource.FieldVisitor;
import com.authgear.headers.servlet.peer.ReflectiveGetter;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The fields of a request on Jetty 12, as they stand in the list that its {@code getHeaderNames} and {@code getHeaders}
 * are made from. Through those the whole list is walked over for each header, which is most of what a request costs.
 *
 * <p>Only on the very request of the container: a wrapper around it may show other headers, and is asked itself.
 */
final class JettyFields {
    private static final ReflectiveGetter CORE_REQUEST = new ReflectiveGetter(
            "getRequest",
            "org.eclipse.jetty.ee10.servlet.ServletApiRequest",
            "org.eclipse.jetty.ee11.servlet.ServletApiRequest");
    private static final ReflectiveGetter FIELDS =
            new ReflectiveGetter("getHeaders", "org.eclipse.jetty.server.Request");
    private static final ReflectiveGetter NAME = new ReflectiveGetter("getName", "org.eclipse.jetty.http.HttpField");
    private static final ReflectiveGetter VALUE = new ReflectiveGetter("getValue", "org.eclipse.jetty.http.HttpField");

    private JettyFields() {}

    /** Shows all fields, or returns false and has shown none. */
    static boolean visit(HttpServletRequest request, FieldVisitor visitor) {
        if (!(FIELDS.on(CORE_REQUEST.on(request)) instanceof Iterable<?> fields)) {
            return false;
        }
        for (Object field : fields) {
            visitField(field, visitor);
        }
        return true;
    }

    /** Like {@code getHeaders}, passes over a field without a value. */
    private static void visitField(Object field, FieldVisitor visitor) {
        if (!(NAME.on(field) instanceof String name)) {
            throw RequestHeaders.unreadable();
        }
        if (visitor.wants(name) && VALUE.on(field) instanceof String value) {
            visitor.line(value);
        }
    }
}

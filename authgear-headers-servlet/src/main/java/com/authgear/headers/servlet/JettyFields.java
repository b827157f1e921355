package com.authgear.headers.servlet;

import com.authgear.headers.HeaderSource.FieldVisitor;
import com.authgear.headers.servlet.peer.ReflectiveGetter;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Reads the header fields of a request from Jetty 12's own list. The Servlet API searches the whole list for each
 * header, which would take most of the time that this filter needs.
 *
 * <p>Only for the container's own request: a wrapper may show other headers and is read by the Servlet API.
 */
final class JettyFields {
    private static final ReflectiveGetter CORE_REQUEST =
            ReflectiveGetter.ofJetty("getRequest", "servlet.ServletApiRequest");
    private static final ReflectiveGetter FIELDS =
            new ReflectiveGetter("getHeaders", "org.eclipse.jetty.server.Request");
    private static final ReflectiveGetter NAME = new ReflectiveGetter("getName", "org.eclipse.jetty.http.HttpField");
    private static final ReflectiveGetter VALUE = new ReflectiveGetter("getValue", "org.eclipse.jetty.http.HttpField");

    private JettyFields() {}

    /** Shows all fields; shows none and returns false if the request is not Jetty's. */
    static boolean visit(HttpServletRequest request, FieldVisitor visitor) {
        if (!(FIELDS.on(CORE_REQUEST.on(request)) instanceof Iterable<?> fields)) {
            return false;
        }
        for (Object field : fields) {
            visitField(field, visitor);
        }
        return true;
    }

    /** Skips a field without a value, as {@code getHeaders} does. */
    private static void visitField(Object field, FieldVisitor visitor) {
        if (!(NAME.on(field) instanceof String name)) {
            throw RequestHeaders.unreadable();
        }
        if (visitor.wants(name) && VALUE.on(field) instanceof String value) {
            visitor.line(value);
        }
    }
}

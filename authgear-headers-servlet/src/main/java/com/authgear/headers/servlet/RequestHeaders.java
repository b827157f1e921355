package com.authgear.headers.servlet;

import com.authgear.headers.HeaderSource;
import com.authgear.headers.MalformedHeadersException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The headers of a servlet request. A container that does not list them, as the Servlet API allows, is refused. */
record RequestHeaders(HttpServletRequest request) implements HeaderSource {
    @Override
    public Iterator<String> names() {
        return listed().asIterator();
    }

    @Override
    public Iterator<String> values(String name) {
        @Nullable Enumeration<String> values = request.getHeaders(name);
        return values == null ? Collections.emptyIterator() : values.asIterator();
    }

    /** As the default, without wrapping the container's enumerations in iterators. */
    @Override
    public void visit(FieldVisitor visitor) {
        if (JettyFields.visit(request, visitor)) {
            return;
        }
        for (Enumeration<String> names = listed(); names.hasMoreElements(); ) {
            String name = names.nextElement();
            if (visitor.wants(name)) {
                show(request.getHeaders(name), visitor);
            }
        }
    }

    static MalformedHeadersException unreadable() {
        return new MalformedHeadersException(
                "unreadable_headers", "*", "this container does not list the headers of a request: use another");
    }

    private static void show(@Nullable Enumeration<String> values, FieldVisitor visitor) {
        while (values != null && values.hasMoreElements()) {
            visitor.line(values.nextElement());
        }
    }

    private Enumeration<String> listed() {
        @Nullable Enumeration<String> names = request.getHeaderNames();
        if (names == null) {
            throw unreadable();
        }
        return names;
    }
}

package com.authgear.headers.servlet;

import com.authgear.headers.HeaderSource;
import com.authgear.headers.MalformedHeadersException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The headers of a servlet request. The Servlet API allows a container to hide them: then nothing can be checked. */
record RequestHeaders(HttpServletRequest request) implements HeaderSource {
    @Override
    public Iterator<String> names() {
        @Nullable Enumeration<String> names = request.getHeaderNames();
        if (names == null) {
            throw new MalformedHeadersException(
                    "unreadable_headers", "*", "this container does not list the headers of a request: use another");
        }
        return names.asIterator();
    }

    @Override
    public Iterator<String> values(String name) {
        @Nullable Enumeration<String> values = request.getHeaders(name);
        return values == null ? Collections.emptyIterator() : values.asIterator();
    }
}

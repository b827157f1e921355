package com.authgear.headers.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.PushBuilder;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Hides some headers of a request from every method of the Servlet API. The wrapped request still has them: for request
 * listeners, which a container calls before the filters, for code that unwraps this one, and for what the container
 * makes of its own request, see {@link JettyHandshakes}.
 */
class HidingRequest extends HttpServletRequestWrapper {
    private final HttpServletResponse response;
    private final Predicate<String> hidden;

    HidingRequest(HttpServletRequest request, HttpServletResponse response, Predicate<String> hidden) {
        super(request);
        this.response = response;
        this.hidden = hidden;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return hidden.test(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return hidden.test(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                .filter(Predicate.not(hidden))
                .toList());
    }

    @Override
    public long getDateHeader(String name) {
        return hidden.test(name) ? -1 : super.getDateHeader(name);
    }

    @Override
    public int getIntHeader(String name) {
        return hidden.test(name) ? -1 : super.getIntHeader(name);
    }

    /** Trailer fields can have the same names. */
    @Override
    public Map<String, String> getTrailerFields() {
        return super.getTrailerFields().entrySet().stream()
                .filter(field -> !hidden.test(field.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** None: a builder would copy the headers of the wrapped request. */
    @Override
    public @Nullable PushBuilder newPushBuilder() {
        return null;
    }

    /** With this request: the context would show the headers of the wrapped one. */
    @Override
    public AsyncContext startAsync() {
        return startAsync(this, response);
    }
}

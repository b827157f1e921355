package com.authgear.headers.attacksuite;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Replaces the URI, or URI and path, by those in the request's headers. */
final class RewritingFilter implements Filter {
    static final String URI = "x-uri";
    static final String PATH = "x-path";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest sent = (HttpServletRequest) request;
        chain.doFilter(sent.getHeader(URI) == null ? sent : new Rewritten(sent), response);
    }

    private static final class Rewritten extends HttpServletRequestWrapper {
        private final HttpServletRequest sent;
        private final boolean withPath;

        Rewritten(HttpServletRequest sent) {
            super(sent);
            this.sent = sent;
            withPath = sent.getHeader(PATH) != null;
        }

        @Override
        public String getRequestURI() {
            return sent.getHeader(URI);
        }

        @Override
        public String getServletPath() {
            return withPath ? "" : super.getServletPath();
        }

        @Override
        public @Nullable String getPathInfo() {
            return withPath ? sent.getHeader(PATH) : super.getPathInfo();
        }
    }
}

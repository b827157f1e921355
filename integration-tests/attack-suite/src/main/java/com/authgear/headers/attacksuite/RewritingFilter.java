package com.authgear.headers.attacksuite;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/** Shows another URI than was sent: the one in a header. */
final class RewritingFilter implements Filter {
    static final String URI = "x-uri";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest sent = (HttpServletRequest) request;
        String uri = sent.getHeader(URI);
        chain.doFilter(uri == null ? sent : rewritten(sent, uri), response);
    }

    private static HttpServletRequest rewritten(HttpServletRequest request, String uri) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public String getRequestURI() {
                return uri;
            }
        };
    }
}

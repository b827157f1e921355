package com.authgear.headers.bootsuite;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;

/** Filters in front of the library's, each with one vulnerability and the forgery that the check must report for it. */
enum CarelessFilter implements Filter {
    RAW_HEADER("C01 no secret: 200") {
        @Override
        boolean opens(HttpServletRequest request) {
            return request.getHeader("x-authgear-user-id") != null;
        }
    },
    SECRET_BY_LENGTH("C08 secret with another character in the middle: 200") {
        @Override
        boolean opens(HttpServletRequest request) {
            String secret = request.getHeader("x-proxy-secret");
            return secret != null && secret.length() == Requests.SECRET.length() && !secret.contains("?");
        }
    },
    FORWARDED_ADDRESS("C02 no secret, X-Forwarded-For of this machine: 200") {
        @Override
        boolean opens(HttpServletRequest request) {
            return "127.0.0.1".equals(request.getHeader("X-Forwarded-For"));
        }
    },
    OTHER_METHODS("A04 no identity, by PUT: 200") {
        @Override
        boolean opens(HttpServletRequest request) {
            return request.getMethod().equals("PUT");
        }
    },
    SESSION("A04 no identity: 200") {
        @Override
        boolean opens(HttpServletRequest request) {
            return request.getSession().getAttribute("user") != null;
        }

        @Override
        void served(HttpServletRequest request, HttpServletResponse response) {
            request.getSession().setAttribute("user", "alice");
        }
    },
    COOKIE("A04 no identity: 200") {
        @Override
        boolean opens(HttpServletRequest request) {
            return Stream.ofNullable(request.getCookies())
                    .flatMap(Arrays::stream)
                    .anyMatch(cookie -> cookie.getName().equals("remembered"));
        }

        @Override
        void served(HttpServletRequest request, HttpServletResponse response) {
            response.addCookie(new Cookie("remembered", "alice"));
        }
    },
    COOKIE_OF_THE_CLIENT("G05 no identity, with cookies that name a user: 200") {
        @Override
        boolean opens(HttpServletRequest request) {
            return Stream.ofNullable(request.getCookies())
                    .flatMap(Arrays::stream)
                    .anyMatch(cookie -> cookie.getName().equals("user"));
        }
    },
    CRASH("C01 no secret: no answer (the application failed)") {
        @Override
        boolean opens(HttpServletRequest request) throws ServletException {
            if (request.getHeader("x-proxy-secret") == null) {
                throw new ServletException("no secret");
            }
            return false;
        }
    };

    private final String found;

    CarelessFilter(String found) {
        this.found = found;
    }

    String found() {
        return found;
    }

    /** Whether it serves the page itself. */
    abstract boolean opens(HttpServletRequest request) throws ServletException;

    /** Does something when the library let a user in. */
    void served(HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (opens((HttpServletRequest) request)) {
            response.getWriter().print("alice");
            return;
        }
        chain.doFilter(request, response);
        if (((HttpServletResponse) response).getStatus() == HttpServletResponse.SC_OK) {
            served((HttpServletRequest) request, (HttpServletResponse) response);
        }
    }
}

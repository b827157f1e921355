package com.authgear.headers.attacksuite;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashSet;
import java.util.Set;

/** Runs every handler that any router, careful or careless, could choose for the request. */
public final class SloppyRouter {
    private SloppyRouter() {}

    /**
     * Marks the areas.
     *
     * @param prefix what the application has put before the path, to be left out
     */
    public static void route(HttpServletRequest request, String prefix) {
        for (String path : paths(request)) {
            String below = path.startsWith(prefix) ? path.substring(prefix.length()) : path;
            HeaderReadings.of(below).forEach(reading -> Area.of(reading).mark(request, reading));
        }
    }

    /** Marks the areas, has the rest of the application do so, and prints what ran. */
    public static Filter beforeTheApplication() {
        return (request, response, chain) -> {
            route((HttpServletRequest) request, "");
            try {
                chain.doFilter(request, new DiscardedResponse((HttpServletResponse) response));
            } catch (ServletException | RuntimeException unroutable) {
                // A failing router has run no handler, or its handler has already left its mark.
            }
            response.getWriter().print(Area.printed(request));
        };
    }

    private static Set<String> paths(HttpServletRequest request) {
        Set<String> paths = new LinkedHashSet<>();
        String context = request.getServletContext().getContextPath();
        addRaw(paths, request.getRequestURI(), context);
        // On a later dispatch the path of the context is of the one request, and the URI of the other.
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && innermost(request) instanceof HttpServletRequest sent) {
            addRaw(paths, request.getRequestURI(), request.getContextPath());
            addRaw(paths, sent.getRequestURI(), context);
        }
        try {
            String info = request.getPathInfo();
            paths.add(info == null ? request.getServletPath() : request.getServletPath() + info);
        } catch (IllegalArgumentException ambiguous) {
            // Jetty throws for this path, so no router can read it.
        }
        return paths;
    }

    private static void addRaw(Set<String> paths, String uri, String context) {
        paths.add(uri.startsWith(context) ? uri.substring(context.length()) : uri);
    }

    private static ServletRequest innermost(ServletRequest request) {
        ServletRequest current = request;
        while (current instanceof ServletRequestWrapper wrapper) {
            current = wrapper.getRequest();
        }
        return current;
    }
}

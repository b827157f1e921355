package com.authgear.headers.attacksuite;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.Set;

/** Runs every handler that some router would choose which reads the request itself, be it careful or not. */
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
            Readings.of(below).forEach(reading -> Area.of(reading).mark(request));
        }
    }

    private static Set<String> paths(HttpServletRequest request) {
        Set<String> paths = new LinkedHashSet<>();
        String context = request.getServletContext().getContextPath();
        addRaw(paths, request.getRequestURI(), context);
        addRaw(paths, request.getRequestURI(), request.getContextPath());
        if (innermost(request) instanceof HttpServletRequest sent && prefixless(request)) {
            addRaw(paths, sent.getRequestURI(), context);
        }
        try {
            String info = request.getPathInfo();
            paths.add(info == null ? request.getServletPath() : request.getServletPath() + info);
        } catch (IllegalArgumentException ambiguous) {
            // Jetty does not tell: no router can read it.
        }
        return paths;
    }

    /** What lies below the wrappers is not told on a later dispatch by every container. */
    private static boolean prefixless(HttpServletRequest request) {
        return request.getDispatcherType() == jakarta.servlet.DispatcherType.REQUEST;
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

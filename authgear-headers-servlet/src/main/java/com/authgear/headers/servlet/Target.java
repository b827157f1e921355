package com.authgear.headers.servlet;

import static java.util.Objects.requireNonNullElse;

import com.authgear.headers.MalformedHeadersException;
import com.authgear.headers.servlet.peer.InnermostRequest;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The path of a request as the client, the container and earlier filters may read it. Rewriting by the container before
 * any filter, as by Tomcat's {@code RewriteValve}, cannot be detected.
 *
 * @param plain whether no router can read another path from it
 * @param paths the readings, from the context's root on, decoded; complete if it is plain
 */
record Target(boolean plain, Set<String> paths) {
    /** The refusal of a target to which a path rule cannot be applied. */
    static MalformedHeadersException ambiguous() {
        return new MalformedHeadersException(
                "ambiguous_target",
                "-",
                "routers read different paths out of the request target: link to it without dot segments, empty"
                        + " segments, parameters behind ';' and needless escapes, let the proxy refuse such targets, and put"
                        + " filters that rewrite the URI behind this one");
    }

    /**
     * Reads the target: on the first dispatch as it was sent and as earlier filters show it; on a later one as the
     * application wrote it, which is plain only if the target that was sent was plain, too.
     */
    static Target of(HttpServletRequest request) {
        Set<String> paths = new LinkedHashSet<>();
        boolean plain = read(request, paths)
                && (request.getDispatcherType() == DispatcherType.REQUEST
                        ? readSent(request, paths)
                        : wasPlain(Decision.of(request)));
        return new Target(plain, paths);
    }

    private static boolean wasPlain(@Nullable Decision decision) {
        return decision != null && decision.plainTarget();
    }

    /** The URI must begin with the context's path byte for byte, though containers accept other spellings. */
    private static boolean readSent(HttpServletRequest request, Set<String> paths) {
        if (InnermostRequest.of(request) instanceof HttpServletRequest sent) {
            String path = below(sent.getServletContext().getContextPath(), sent.getRequestURI());
            if (path != null) {
                paths.add(path);
                return addMapped(sent, paths);
            }
        }
        return false;
    }

    /** Adds the readings of a request; false if there may be more. */
    private static boolean read(HttpServletRequest request, Set<String> paths) {
        boolean mapped = addMapped(request, paths);
        String uri = request.getRequestURI();
        String path = uri == null ? null : PlainPath.decoded(uri);
        if (path == null) {
            return false;
        }
        // A filter may change the URI with or without the request's context path. Routers read either, and use a URI
        // that begins with neither as it is.
        paths.add(requireNonNullElse(below(request.getContextPath(), uri), path));
        paths.add(requireNonNullElse(below(request.getServletContext().getContextPath(), uri), path));
        return mapped;
    }

    /** Adds the path by which the container chose the servlet; false if the container calls it ambiguous. */
    private static boolean addMapped(HttpServletRequest request, Set<String> paths) {
        try {
            String info = request.getPathInfo();
            paths.add(info == null ? request.getServletPath() : request.getServletPath() + info);
            return true;
        } catch (IllegalArgumentException ambiguous) {
            return false;
        }
    }

    /** The decoded rest of a URI that begins with the context's path; null if it does not, or the rest is not plain. */
    private static @Nullable String below(String contextPath, @Nullable String uri) {
        String context = PlainPath.encoded(contextPath);
        return uri != null && uri.startsWith(context) ? PlainPath.decoded(uri.substring(context.length())) : null;
    }
}

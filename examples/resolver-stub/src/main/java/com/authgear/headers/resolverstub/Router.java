package com.authgear.headers.resolverstub;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.StringUtil;
import org.jspecify.annotations.Nullable;

/** Finds who answers, in the order of httprouter 1.3: the route, a redirect to one, 405, 404. Records every request. */
final class Router extends Handler.Abstract.NonBlocking {
    private static final String HTML = "text/html; charset=utf-8";

    private final List<Route> routes;
    private final RecentRequests recent;

    Router(List<Route> routes, RecentRequests recent) {
        this.routes = routes;
        this.recent = recent;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        recent.add(RecordedRequest.of(request));
        String path = path(request.getHttpURI());
        Optional<Route> route = find(candidate -> candidate.path().equals(path));
        if (route.isPresent() && route.get().takes(request.getMethod())) {
            return route.get().endpoint().handle(request, response, callback);
        }
        elsewhere(request, path, route).send(response, callback);
        return true;
    }

    /** A fragment, which no client should send, is a part of the path. */
    private static String path(HttpURI uri) {
        return Paths.decode(uri.getFragment() == null ? uri.getPath() : uri.getPath() + "#" + uri.getFragment());
    }

    private Answer elsewhere(Request request, String path, Optional<Route> route) {
        String clean = Paths.clean(path);
        String method = request.getMethod();
        return find(candidate -> candidate.takes(method) && candidate.path().equalsIgnoreCase(clean))
                .map(meant -> redirect(request, meant))
                .or(() -> route.map(Router::methodNotAllowed))
                .orElseGet(() -> Answer.text(404, "404 page not found"));
    }

    private Optional<Route> find(Predicate<Route> condition) {
        return routes.stream().filter(condition).findFirst();
    }

    private static Answer redirect(Request request, Route route) {
        @Nullable String query = request.getHttpURI().getQuery();
        String location = query == null ? route.path() : route.path() + "?" + query;
        return switch (request.getMethod()) {
            case "GET" -> {
                String link = "<a href=\"" + StringUtil.sanitizeXmlString(location) + "\">Moved Permanently</a>.\n\n";
                yield Answer.typed(301, HTML, link).with("Location", location);
            }
            case "HEAD" -> Answer.typed(307, HTML, "").with("Location", location);
            default -> new Answer(307, HttpFields.from(), "").with("Location", location);
        };
    }

    private static Answer methodNotAllowed(Route route) {
        return Answer.text(405, "Method Not Allowed").with("Allow", route.allow());
    }
}

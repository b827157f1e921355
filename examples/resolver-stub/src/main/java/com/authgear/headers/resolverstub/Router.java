package com.authgear.headers.resolverstub;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Finds who answers, in the order of httprouter 1.3: the route, a redirect to one, 405, 404. Records every request. */
final class Router extends Handler.Abstract.NonBlocking {
    private final List<Route> routes;
    private final RecentRequests recent;

    Router(List<Route> routes, RecentRequests recent) {
        this.routes = routes;
        this.recent = recent;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        recent.add(RecordedRequest.of(request));
        String path = Paths.decode(request.getHttpURI().getPath());
        Optional<Route> route = find(candidate -> candidate.path().equals(path));
        if (route.isPresent() && route.get().takes(request.getMethod())) {
            return route.get().endpoint().handle(request, response, callback);
        }
        elsewhere(request, path, route).send(response, callback);
        return true;
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
        boolean isGet = request.getMethod().equals("GET");
        return new Answer(isGet ? 301 : 307, HttpFields.from(), "").with("Location", location);
    }

    private static Answer methodNotAllowed(Route route) {
        return Answer.text(405, "Method Not Allowed").with("Allow", route.allow());
    }
}

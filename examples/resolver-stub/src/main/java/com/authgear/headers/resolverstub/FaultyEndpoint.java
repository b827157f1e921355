package com.authgear.headers.resolverstub;

import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The resolver's paths: right answers, or the fault that is switched on. Holds no thread while it waits. */
final class FaultyEndpoint implements Request.Handler {
    private final Function<HttpFields, Answer> resolver;
    private final Supplier<Fault> fault;

    FaultyEndpoint(Function<HttpFields, Answer> resolver, Supplier<Fault> fault) {
        this.resolver = resolver;
        this.fault = fault;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Fault current = fault.get();
        if (current instanceof Fault.Slow slow) {
            stayOpen(request);
            Runnable answer = () -> rightAnswer(request).send(response, callback);
            request.getComponents().getScheduler().schedule(answer, slow.delay());
        } else {
            now((Fault.Simple) current, request, response, callback);
        }
        return true;
    }

    private void now(Fault.Simple current, Request request, Response response, Callback callback) {
        switch (current) {
            case NONE -> rightAnswer(request).send(response, callback);
            case ERROR_JSON -> ResolveEndpoint.error().routed().send(response, callback);
            case ERROR_TEXT -> Answer.text(500, "internal error").routed().send(response, callback);
            case NO_HEADERS -> Answer.ok(HttpFields.from()).routed().send(response, callback);
            case NOT_FOUND -> ResolveEndpoint.appNotFound().send(response, callback);
            case HANG -> stayOpen(request);
        }
    }

    private Answer rightAnswer(Request request) {
        return resolver.apply(request.getHeaders());
    }

    /** An idle connection is what is wanted here: its time-out must not become an answer. */
    private static void stayOpen(Request request) {
        request.addIdleTimeoutListener(timeout -> false);
    }
}

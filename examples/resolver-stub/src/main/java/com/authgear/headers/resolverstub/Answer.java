package com.authgear.headers.resolverstub;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** An answer that is complete, and has yet to be sent. */
record Answer(int status, HttpFields headers, String body) {
    static Answer ok(HttpFields headers) {
        return new Answer(200, headers, "");
    }

    /** As Go's {@code http.Error} writes it. */
    static Answer text(int status, String line) {
        return typed(status, "text/plain; charset=utf-8", line + "\n").with("X-Content-Type-Options", "nosniff");
    }

    static Answer typed(int status, String contentType, String body) {
        return new Answer(status, HttpFields.from(), body).with(HttpHeader.CONTENT_TYPE.asString(), contentType);
    }

    /** For browsers: leads elsewhere, by GET. */
    static Answer seeOther(String location) {
        return new Answer(303, HttpFields.from(), "").with("Location", location).with("Cache-Control", "no-store");
    }

    Answer with(String name, String value) {
        return new Answer(status, HttpFields.build(headers).put(name, value).asImmutable(), body);
    }

    /** With one more line of a name. */
    Answer adding(String name, String value) {
        return new Answer(status, HttpFields.build(headers).add(name, value).asImmutable(), body);
    }

    /** With the headers of the resolver's own routes. */
    Answer routed() {
        HttpFields.Mutable all = HttpFields.build(headers);
        RoutedHeaders.put(all);
        return new Answer(status, all.asImmutable(), body);
    }

    void send(Response response, Callback callback) {
        response.setStatus(status);
        headers.forEach(response.getHeaders()::add);
        Content.Sink.write(response, true, body, callback);
    }
}

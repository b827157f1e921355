package com.authgear.headers.resolverstub;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.eclipse.jetty.server.FormFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.jspecify.annotations.Nullable;

/** Reads forms and queries. */
final class Forms {
    private static final int MAX_FIELDS = 10;
    private static final int MAX_LENGTH = 8_192;

    private Forms() {}

    static Fields query(Request request) {
        return Request.extractQueryParameters(request, StandardCharsets.UTF_8);
    }

    /** The first value of a name; empty if there is none. */
    static String value(Fields fields, String name) {
        @Nullable String value = fields.getValue(name);
        return value == null ? "" : value;
    }

    /** Reads the form without holding a thread; a body that is no form counts as an empty one. */
    static boolean read(
            Request request, Response response, Callback callback, Answer unreadable, Function<Fields, Answer> action) {
        // A class, since Jetty 12.0 has no method that makes one.
        Promise.Invocable<Fields> form = new Promise.Invocable<>() {
            @Override
            public void succeeded(Fields fields) {
                action.apply(fields).send(response, callback);
            }

            @Override
            public void failed(Throwable failure) {
                unreadable.send(response, callback);
            }

            @Override
            public InvocationType getInvocationType() {
                return InvocationType.NON_BLOCKING;
            }
        };
        if (FormFields.getFormEncodedCharset(request) == null) {
            form.succeeded(Fields.EMPTY);
        } else {
            FormFields.onFields(request, StandardCharsets.UTF_8, MAX_FIELDS, MAX_LENGTH, form);
        }
        return true;
    }
}

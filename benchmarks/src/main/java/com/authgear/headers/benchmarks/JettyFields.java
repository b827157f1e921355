package com.authgear.headers.benchmarks;

import com.authgear.headers.HeaderSource;
import java.util.Iterator;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;

/** The headers of a Jetty core request, as an adapter for Jetty's own handlers would show them. */
record JettyFields(HttpFields fields) implements HeaderSource {
    @Override
    public Iterator<String> names() {
        return fields.stream().map(HttpField::getName).iterator();
    }

    @Override
    public Iterator<String> values(String name) {
        return fields.getValues(name).asIterator();
    }

    @Override
    public void visit(FieldVisitor visitor) {
        for (int i = 0; i < fields.size(); i++) {
            HttpField field = fields.getField(i);
            if (visitor.wants(field.getName())) {
                visitor.line(field.getValue());
            }
        }
    }
}

package com.authgear.headers.benchmarks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;

/** Parses bytes with Jetty's own parser, since constant strings of the program would be compared faster. */
final class HeaderParsing implements HttpParser.RequestHandler {
    private final HttpFields.Mutable fields = HttpFields.build();

    private HeaderParsing() {}

    static HttpFields parse(String request) {
        HeaderParsing handler = new HeaderParsing();
        HttpParser parser = new HttpParser(handler, Integer.MAX_VALUE);
        parser.parseNext(ByteBuffer.wrap(request.getBytes(StandardCharsets.ISO_8859_1)));
        return handler.fields.asImmutable();
    }

    @Override
    public void startRequest(String method, String uri, HttpVersion version) {}

    @Override
    public void parsedHeader(HttpField field) {
        fields.add(field);
    }

    @Override
    public boolean headerComplete() {
        return true;
    }

    @Override
    public boolean content(ByteBuffer item) {
        return false;
    }

    @Override
    public boolean contentComplete() {
        return false;
    }

    @Override
    public boolean messageComplete() {
        return true;
    }

    @Override
    public void earlyEOF() {
        throw new IllegalStateException("the request ends too early");
    }
}

package com.authgear.headers.resolverstub;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * What a stub remembers of a request: how the proxy asked, never a credential. Immutable.
 *
 * @param method the method
 * @param path the path as sent, with its query
 * @param host the {@code Host} header
 * @param forwarded the lines of {@code Forwarded} and of each header whose name starts with {@code X-Forwarded-} or
 *     {@code X-Original-}, by name in lower case
 * @param bodyLength the length the request declares, 0 without a body, -1 if it is chunked; the body itself is not read
 */
public record RecordedRequest(
        String method, String path, String host, Map<String, List<String>> forwarded, long bodyLength) {
    private static final Pattern FORWARDED = Pattern.compile("forwarded|x-(forwarded|original)-.*");

    /**
     * Copies its map.
     *
     * @param method the method
     * @param path the path as sent, with its query
     * @param host the {@code Host} header
     * @param forwarded the lines of such headers
     * @param bodyLength the declared length of the body
     */
    public RecordedRequest {
        forwarded = Map.copyOf(forwarded);
    }

    static RecordedRequest of(Request request) {
        HttpFields headers = request.getHeaders();
        String path = request.getHttpURI().getPathQuery();
        String host = Headers.first(headers, HttpHeader.HOST.asString());
        return new RecordedRequest(request.getMethod(), path, host, forwardedLines(headers), bodyLength(headers));
    }

    private static Map<String, List<String>> forwardedLines(HttpFields headers) {
        Map<String, List<String>> lines = new TreeMap<>();
        for (HttpField field : headers) {
            String name = field.getName().toLowerCase(Locale.ROOT);
            if (FORWARDED.matcher(name).matches()) {
                lines.put(name, List.copyOf(headers.getValuesList(name)));
            }
        }
        return lines;
    }

    private static long bodyLength(HttpFields headers) {
        if (headers.contains(HttpHeader.TRANSFER_ENCODING)) {
            return -1;
        }
        return Math.max(0, headers.getLongField(HttpHeader.CONTENT_LENGTH));
    }
}

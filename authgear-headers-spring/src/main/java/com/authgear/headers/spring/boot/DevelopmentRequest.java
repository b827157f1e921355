package com.authgear.headers.spring.boot;

import com.authgear.headers.AuthgearHeaderWriter;
import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.AuthgearSession;
import com.authgear.headers.HeaderSource;
import com.authgear.headers.RequestCredentials;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request with the lines that a proxy would add. A credential is among them where there is none: a cookie, since a
 * bearer token would waive the protection against CSRF that a browser's request has.
 */
final class DevelopmentRequest extends HttpServletRequestWrapper {
    private final Map<String, String> added = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    DevelopmentRequest(HttpServletRequest request, AuthgearPrincipal user, DevelopmentSecret secret) {
        super(request);
        AuthgearHeaderWriter.write(new AuthgearSession.Valid(user), added::put);
        added.put(secret.header(), secret.value());
        if (!isCredited(request)) {
            added.put("Cookie", "session=development");
        }
    }

    @Override
    public @Nullable String getHeader(String name) {
        String received = super.getHeader(name);
        return received == null ? added.get(name) : received;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        List<String> lines = new ArrayList<>(Collections.list(super.getHeaders(name)));
        if (added.containsKey(name)) {
            lines.add(added.get(name));
        }
        return Collections.enumeration(lines);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        Set<String> names = new LinkedHashSet<>(Collections.list(super.getHeaderNames()));
        added.keySet().stream().filter(name -> super.getHeader(name) == null).forEach(names::add);
        return Collections.enumeration(names);
    }

    private static boolean isCredited(HttpServletRequest request) {
        return RequestCredentials.present(new HeaderSource() {
            @Override
            public Iterator<String> names() {
                return request.getHeaderNames().asIterator();
            }

            @Override
            public Iterator<String> values(String name) {
                return request.getHeaders(name).asIterator();
            }
        });
    }
}

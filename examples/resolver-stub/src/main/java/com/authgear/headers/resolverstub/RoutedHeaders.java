package com.authgear.headers.resolverstub;

import org.eclipse.jetty.http.HttpFields;

/** The headers that the real resolver writes on each answer of its routes. None of them controls caching. */
final class RoutedHeaders {
    private static final HttpFields ALWAYS = HttpFields.build()
            .put("X-Content-Type-Options", "nosniff")
            .put("X-Robots-Tag", "noindex, nofollow")
            // The real list is longer; nothing reads it here.
            .put("Permissions-Policy", "autoplay=*, camera=(self), geolocation=(), microphone=(), payment=()")
            .asImmutable();

    private RoutedHeaders() {}

    static void put(HttpFields.Mutable headers) {
        ALWAYS.forEach(headers::put);
    }
}

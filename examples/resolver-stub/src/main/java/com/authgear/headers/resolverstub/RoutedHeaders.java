package com.authgear.headers.resolverstub;

import org.eclipse.jetty.http.HttpFields;

/** The headers that the real resolver writes on each answer of its routes. None of them controls caching. */
final class RoutedHeaders {
    private static final String PERMISSIONS =
            "accelerometer=(), ambient-light-sensor=(), autoplay=*, battery=(), bluetooth=(), "
                    + "browsing-topics=(), camera=(), display-capture=(), document-domain=(), "
                    + "encrypted-media=(), execution-while-not-rendered=*, execution-while-out-of-viewport=*, "
                    + "fullscreen=*, gamepad=(), geolocation=(), gyroscope=(), hid=(), "
                    + "identity-credentials-get=(), idle-detection=(), local-fonts=(), magnetometer=(), "
                    + "microphone=(), midi=(), otp-credentials=(), payment=(), picture-in-picture=(), "
                    + "publickey-credentials-create=(self), publickey-credentials-get=(self), "
                    + "screen-wake-lock=(), serial=(), speaker-selection=(), storage-access=(), usb=(), "
                    + "web-share=(), window-management=(), xr-spatial-tracking=()";
    private static final HttpFields ALWAYS = HttpFields.build()
            .put("X-Content-Type-Options", "nosniff")
            .put("X-Robots-Tag", "noindex, nofollow")
            .put("Permissions-Policy", PERMISSIONS)
            .asImmutable();

    private RoutedHeaders() {}

    static void put(HttpFields.Mutable headers) {
        ALWAYS.forEach(headers::put);
    }
}

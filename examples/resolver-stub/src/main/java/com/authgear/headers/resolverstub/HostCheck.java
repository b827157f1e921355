package com.authgear.headers.resolverstub;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.util.HostPort;

/** Whether a request is for the one project that the stub plays. */
final class HostCheck {
    private final Settings settings;

    HostCheck(Settings settings) {
        this.settings = settings;
    }

    boolean accepts(HttpFields headers) {
        return settings.host() == null || settings.host().equalsIgnoreCase(withoutPort(requestedHost(headers)));
    }

    private String requestedHost(HttpFields headers) {
        String forwarded = settings.trustProxy() ? forwardedHost(headers) : "";
        return forwarded.isEmpty() ? Headers.first(headers, "Host") : forwarded;
    }

    private static String forwardedHost(HttpFields headers) {
        String forwarded = Headers.firstMember(headers, "X-Forwarded-Host");
        return forwarded.isEmpty() ? Headers.first(headers, "X-Original-Host") : forwarded;
    }

    private static String withoutPort(String host) {
        try {
            return new HostPort(host).getHost();
        } catch (IllegalArgumentException e) {
            return host;
        }
    }
}

package com.authgear.headers.resolverstub;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.util.Fields;

/** The way back to an application. */
final class RedirectUri {
    private RedirectUri() {}

    /** With parameters behind those that it has; one without a value is left out. */
    static String with(String uri, Fields parameters) {
        String[] parts = uri.split("#", 2);
        StringBuilder location = new StringBuilder(parts[0]);
        for (Fields.Field parameter : parameters) {
            String value = parameter.getValue();
            if (!value.isEmpty()) {
                location.append(location.indexOf("?") < 0 ? '?' : '&')
                        .append(parameter.getName())
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        return parts.length == 1 ? location.toString() : location + "#" + parts[1];
    }
}

package com.authgear.headers.harness;

import java.util.Map;

/**
 * The ports of 127.0.0.1 to listen on; 0 is any free one.
 *
 * @param front the proxy's
 * @param backend the application's
 * @param resolver the resolver stub's
 */
public record Ports(int front, int backend, int resolver) {
    public static final Ports ANY = new Ports(0, 0, 0);

    /** From the environment. */
    public static Ports of(Map<String, String> environment, Ports defaults) {
        return new Ports(
                port(environment, "FRONT_PORT", defaults.front()),
                port(environment, "BACKEND_PORT", defaults.backend()),
                port(environment, "RESOLVER_PORT", defaults.resolver()));
    }

    private static int port(Map<String, String> environment, String variable, int otherwise) {
        String value = environment.get(variable);
        if (value == null || value.isEmpty()) {
            return otherwise;
        }
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65_535) {
            throw new IllegalArgumentException(variable + " must be a port, 0 to 65535");
        }
        return Integer.parseInt(value);
    }
}

package com.authgear.headers.examples.proxycheck;

import com.authgear.headers.ProxyTrust;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The proxy to check, and how it is set up.
 *
 * @param address such as {@code http://127.0.0.1:8080}
 * @param host the value of {@code Host}, if not its address
 * @param paths protected paths: everything is checked on the first, forgeries on each
 * @param openPaths paths that it passes on without identity
 * @param secretHeader the header of the secret that it shares with the backend, empty if there is none
 * @param patience how long it may take to answer
 */
public record ProxyTarget(
        URI address,
        Optional<String> host,
        List<String> paths,
        List<String> openPaths,
        Optional<String> secretHeader,
        Duration patience) {
    private static final int HTTP_PORT = 80;

    public ProxyTarget {
        paths = List.copyOf(paths);
        openPaths = List.copyOf(openPaths);
        if (!"http".equals(address.getScheme()) || address.getHost() == null || !isRoot(address.getPath())) {
            throw new IllegalArgumentException(
                    "the proxy must be given as http://host:port, without a path; paths have options of their own");
        }
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("the patience must be a second or more");
        }
        requirePaths(paths);
        requirePaths(openPaths);
    }

    /** A proxy set up as in the examples: everything protected, the secret in the usual header. */
    public static ProxyTarget of(URI address) {
        return new ProxyTarget(
                address,
                Optional.empty(),
                List.of("/"),
                List.of(),
                Optional.of(ProxyTrust.DEFAULT_SECRET_HEADER),
                Duration.ofSeconds(15));
    }

    public ProxyTarget withPaths(String... newPaths) {
        return new ProxyTarget(address, host, List.of(newPaths), openPaths, secretHeader, patience);
    }

    public ProxyTarget withOpenPaths(String... newPaths) {
        return new ProxyTarget(address, host, paths, List.of(newPaths), secretHeader, patience);
    }

    public ProxyTarget withPatience(Duration newPatience) {
        return new ProxyTarget(address, host, paths, openPaths, secretHeader, newPatience);
    }

    /** The path of all checks that are not about another path. */
    String path() {
        return paths.get(0);
    }

    /** The value of {@code Host}. */
    String calledHost() {
        return host.orElse(address.getRawAuthority());
    }

    InetSocketAddress server() {
        int port = address.getPort() < 0 ? HTTP_PORT : address.getPort();
        InetSocketAddress server = new InetSocketAddress(address.getHost(), port);
        if (server.isUnresolved()) {
            throw new IllegalArgumentException("there is no host of this name: " + address.getHost());
        }
        return server;
    }

    private static boolean isRoot(String path) {
        return path.isEmpty() || path.equals("/");
    }

    private static void requirePaths(List<String> paths) {
        for (String path : paths) {
            if (!path.matches("/[!-~&&[^#]]*")) {
                throw new IllegalArgumentException("a path must begin with / and have no blanks: " + path);
            }
        }
    }
}

package com.authgear.headers.spring.boot;

import com.authgear.headers.AuthgearHeader;
import com.authgear.headers.ProxyTrust;
import com.authgear.headers.servlet.PeerResolver;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request was sent by the developer, from this very machine, to this very server: the peer of the socket is
 * loopback, nothing says that the request was forwarded, and no page of another site made the browser send it.
 *
 * <p>What it cannot see is a tunnel that passes bytes on (SSH, {@code kubectl port-forward}, an editor's forwarded port),
 * and other users and programs of the machine.
 */
final class DevelopmentRequests {
    /** Headers that proxies, tunnels and clouds add; names are compared as {@link #folded} makes them. */
    private static final List<String> FORWARDING = List.of(
            "x-forwarded-",
            "x-original-",
            "x-envoy-",
            "x-azure-",
            "x-arr-",
            "x-amzn-",
            "x-appengine-",
            "cf-",
            "fastly-");

    private static final Set<String> FORWARDING_ALONE = Set.of(
            "forwarded",
            "via",
            "x-forwarded",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "true-client-ip",
            "proxy-authorization",
            "cdn-loop");

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0(:0){6}:1]");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "same-site", "none");

    private final PeerResolver peers;

    DevelopmentRequests(PeerResolver peers) {
        this.peers = peers;
    }

    /** Why the request is not the developer's own, for the log; null if it is. */
    @Nullable
    String objection(HttpServletRequest request) {
        // Below every wrapper: Spring's ForwardedHeaderFilter hides what it has read.
        HttpServletRequest received = innermost(request);
        if (names(received).anyMatch(AuthgearHeader::isReserved)) {
            return "it has x-authgear headers of its own";
        }
        if (names(received).map(DevelopmentRequests::folded).anyMatch(DevelopmentRequests::isForwarding)) {
            return "it has a header that a proxy adds";
        }
        if (!peers.socketPeer(request).map(InetAddress::isLoopbackAddress).orElse(false)) {
            return "the peer of its socket is not this machine, or not known";
        }
        return isOfOwnPage(received) ? null : "its Host, Origin or Sec-Fetch-Site is not this machine's";
    }

    /**
     * A page of another site can have the browser send requests here, and by DNS rebinding under its own name. The real
     * cookie would be withheld from those, or unknown under that name; this identity is withheld too.
     */
    private static boolean isOfOwnPage(HttpServletRequest request) {
        return all(request, "Host").allMatch(DevelopmentRequests::isLoopback)
                && all(request, "Host").count() == 1
                && all(request, "Origin").allMatch(DevelopmentRequests::isOriginOfThisMachine)
                && all(request, "Sec-Fetch-Site").allMatch(OWN_SITE::contains);
    }

    private static boolean isOriginOfThisMachine(String origin) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null && isLoopback(authority);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether the host in front of a port is this machine, whatever the DNS says. */
    private static boolean isLoopback(String authority) {
        String host = authority.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
        return LOOPBACK.matcher(host).matches();
    }

    private static boolean isForwarding(String name) {
        return FORWARDING_ALONE.contains(name)
                || name.equals(ProxyTrust.DEFAULT_SECRET_HEADER)
                || FORWARDING.stream().anyMatch(name::startsWith);
    }

    private static Stream<String> all(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name)).stream();
    }

    private static Stream<String> names(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream();
    }

    /** As look-alikes are read: every character that is no letter or digit is a hyphen. */
    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-");
    }

    private static HttpServletRequest innermost(HttpServletRequest request) {
        ServletRequest current = request;
        for (int i = 0; i < 100 && current instanceof ServletRequestWrapper wrapper; i++) {
            current = wrapper.getRequest();
        }
        return (HttpServletRequest) current;
    }
}

package com.authgear.headers.resolverstub;

import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.server.Request;

/** A path, the methods it takes, and who answers them. */
record Route(String path, Set<String> methods, Request.Handler endpoint) {
    static Route of(String path, Request.Handler endpoint, String... methods) {
        return new Route(path, Set.of(methods), endpoint);
    }

    boolean takes(String method) {
        return methods.contains(method);
    }

    /** As the real router lists them: sorted, and with OPTIONS, although that is refused too. */
    String allow() {
        Set<String> allowed = new TreeSet<>(methods);
        allowed.add("OPTIONS");
        return String.join(", ", allowed);
    }
}

package com.authgear.headers;

import java.util.Set;
import java.util.TreeSet;

/** The methods that a rule asks for: a name with a typing error would keep everybody out, or the wrong ones. */
final class RequiredAmr {
    private RequiredAmr() {}

    static Set<String> listed(String... methods) {
        for (String method : methods) {
            refuseWhatProvesNothing(method);
            if (!AuthenticationMethods.isListed(method)) {
                throw new IllegalArgumentException("amr \"" + method + "\" is not in AuthenticationMethods; if Authgear"
                        + " sends it all the same, say unlistedAmr");
            }
        }
        return some(methods);
    }

    static Set<String> unlisted(String... methods) {
        for (String method : methods) {
            refuseWhatProvesNothing(method);
            if (AuthenticationMethods.isListed(method)) {
                throw new IllegalArgumentException("amr \"" + method + "\" is in AuthenticationMethods: say amr");
            }
            Grammar.require(Grammar.isMethod(method), method, "unlistedAmr");
        }
        return some(methods);
    }

    /** Who asked for it would let in those who skipped the second factor, and nobody who used one. */
    private static void refuseWhatProvesNothing(String method) {
        if (method.equals(AuthenticationMethods.DEVICE_TOKEN)) {
            throw new IllegalArgumentException("amr \"" + method + "\" proves no factor: it says that one was skipped");
        }
    }

    private static Set<String> some(String... methods) {
        if (methods.length == 0) {
            throw new IllegalArgumentException("amr names no method");
        }
        return new TreeSet<>(Set.of(methods));
    }
}

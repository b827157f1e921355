package com.authgear.headers;

import java.util.Set;
import java.util.TreeSet;

/** The methods that a rule asks for. A misspelt name would refuse every user, so that it is refused at once. */
final class AmrRequirement {
    private AmrRequirement() {}

    static Set<String> of(String... methods) {
        if (methods.length == 0) {
            throw new IllegalArgumentException("amr names no method");
        }
        for (String method : methods) {
            // It would admit users who skipped the second factor, and refuse those who used it.
            if (method.equals(AuthenticationMethods.DEVICE_TOKEN)) {
                throw new IllegalArgumentException(
                        "amr \"" + method + "\" proves no factor: it says that one was skipped");
            }
            if (!AuthenticationMethods.isListed(method)) {
                throw new IllegalArgumentException("amr \"" + method + "\" is not in AuthenticationMethods");
            }
        }
        return new TreeSet<>(Set.of(methods));
    }
}

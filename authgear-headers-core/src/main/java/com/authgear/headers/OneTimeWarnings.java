package com.authgear.headers;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Warnings that requests can cause: each is logged once, so that a flood of requests does not repeat it. Thread-safe.
 */
final class OneTimeWarnings {
    static final OneTimeWarnings OF_THIS_PROCESS =
            new OneTimeWarnings(System.getLogger(AuthgearHeaderParser.class.getName()));

    private final Logger logger;
    private final AtomicBoolean rolesIgnored = new AtomicBoolean();
    private final AtomicBoolean timeInFuture = new AtomicBoolean();

    OneTimeWarnings(Logger logger) {
        this.logger = logger;
    }

    void rolesIgnored() {
        once(
                rolesIgnored,
                "X-Authgear-User-Roles arrived and was ignored. If the proxy sets or removes it on every request,"
                        + " set trustRoles to true; otherwise make the proxy do so: any client may have sent this"
                        + " header.");
    }

    void timeInFuture() {
        once(
                timeInFuture,
                "X-Authgear-Session-Authenticated-At lies in the future and counts as unknown. Compare the clocks of"
                        + " this host and of the Authgear server.");
    }

    private void once(AtomicBoolean done, String message) {
        if (!done.getAndSet(true)) {
            logger.log(Level.WARNING, message);
        }
    }
}

package com.authgear.headers;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Warnings of which each is logged once, so that neither a flood of requests nor many rules repeat it. Thread-safe.
 */
final class OneTimeWarnings {
    static final OneTimeWarnings OF_THIS_PROCESS =
            new OneTimeWarnings(System.getLogger(AuthgearHeaderParser.class.getName()));

    private final Logger logger;
    private final AtomicBoolean rolesIgnored = new AtomicBoolean();
    private final AtomicBoolean timeInFuture = new AtomicBoolean();
    private final AtomicBoolean amrNotSent = new AtomicBoolean();

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

    void amrNotSent(String needing) {
        once(
                amrNotSent,
                needing + " needs the methods of a login, and no released Authgear server sends them: GetAMR in"
                        + " pkg/lib/session/attrs.go asserts []string, and a stored session holds []any. Until the server"
                        + " is mended every user is refused, here and by every other rule about methods. Require a recent"
                        + " login instead.");
    }

    private void once(AtomicBoolean done, String message) {
        if (!done.getAndSet(true)) {
            logger.log(Level.WARNING, message);
        }
    }
}

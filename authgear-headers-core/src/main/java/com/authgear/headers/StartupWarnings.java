package com.authgear.headers;

/** What an operator is told once at start. */
final class StartupWarnings {
    static final String EVERY_PEER_TRUSTED =
            "trustEveryPeer is on: whoever reaches this application can be any user. Use a shared secret unless the"
                    + " network lets nobody but the proxy connect.";
    static final String ADDRESSES_ALONE =
            "Only addresses are trusted: every location of these proxies that reaches this application must set or"
                    + " remove all nine x-authgear headers. A shared secret, set beside them, notices one that does not.";

    private StartupWarnings() {}
}

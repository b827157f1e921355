package com.authgear.headers.attacksuite;

/** When the filter of the library is registered, compared with the container's support for WebSocket. */
public enum Registering {
    /** By its method, from an initializer that runs before the container's. */
    INITIALIZER_BEFORE,
    /** By its method, from an initializer that runs after the container's. */
    INITIALIZER_AFTER,
    /** By its method, when the context is initialized. */
    LISTENER,
    /** As {@code web.xml} does it. */
    DESCRIPTOR
}

package com.authgear.headers.attacksuite;

import com.authgear.headers.servlet.AuthgearHeadersFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;

/** How the filter of the library is registered, and when, compared with the container's support for WebSocket. */
public enum Registering {
    /** By its method, from an initializer that runs before the container's. */
    INITIALIZER_BEFORE,
    /** By its method, from an initializer that runs after the container's. */
    INITIALIZER_AFTER,
    /** By its method, when the context is initialized. */
    LISTENER,
    /** As {@code web.xml} does it. */
    DESCRIPTOR,
    /**
     * From an initializer that runs after the container's, with {@code isMatchAfter} true: no way that is documented.
     */
    MATCH_AFTER;

    /** Registers it from an initializer or a listener. */
    public void register(AuthgearHeadersFilter filter, ServletContext context) {
        if (this == MATCH_AFTER) {
            FilterRegistration.Dynamic registration = context.addFilter("last", filter);
            registration.setAsyncSupported(true);
            registration.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), true, "/*");
        } else {
            filter.register(context);
        }
    }
}

package com.authgear.headers.servlet.peer;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;

/** The request as the container made it, below every wrapper. */
public final class InnermostRequest {
    /** More than any application has. It ends the search if a wrapper returns itself as the request that it wraps. */
    public static final int MAX_WRAPPERS = 100;

    private InnermostRequest() {}

    public static ServletRequest of(ServletRequest request) {
        ServletRequest current = request;
        for (int i = 0; i < MAX_WRAPPERS && current instanceof ServletRequestWrapper wrapper; i++) {
            current = wrapper.getRequest();
        }
        return current;
    }
}

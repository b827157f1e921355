package com.authgear.headers.servlet.peer;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;

/** The request as the container made it, below every wrapper. */
public final class InnermostRequest {
    /** More than applications ever have. A wrapper may name itself as what it wraps, to keep others out. */
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

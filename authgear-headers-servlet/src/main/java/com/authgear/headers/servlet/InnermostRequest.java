package com.authgear.headers.servlet;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;

/** The request as the container made it, below every wrapper. */
final class InnermostRequest {
    private InnermostRequest() {}

    static ServletRequest of(ServletRequest request) {
        ServletRequest current = request;
        while (current instanceof ServletRequestWrapper wrapper) {
            current = wrapper.getRequest();
        }
        return current;
    }
}

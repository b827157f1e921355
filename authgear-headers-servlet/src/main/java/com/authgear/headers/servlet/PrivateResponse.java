package com.authgear.headers.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * The response to an authenticated user. It tells caches not to store it (RFC 9111, section 5.2.2) unless the
 * application sets a {@code Cache-Control} of its own. The header is set at the start, since any code may commit the
 * response.
 */
final class PrivateResponse extends HttpServletResponseWrapper {
    private static final String CACHE_CONTROL = "Cache-Control";
    private static final String PRIVATE = "private, no-store";

    private boolean stated;

    private PrivateResponse(HttpServletResponse response) {
        super(response);
        String value = response.getHeader(CACHE_CONTROL);
        stated = value != null && !value.equals(PRIVATE);
        setDefault();
    }

    /** The response to write to. An include cannot set headers. */
    static HttpServletResponse of(HttpServletResponse response, DispatcherType dispatch) {
        return dispatch == DispatcherType.INCLUDE ? response : new PrivateResponse(response);
    }

    @Override
    public void setHeader(String name, String value) {
        stated |= isCacheControl(name);
        super.setHeader(name, value);
    }

    /** The application's first line replaces the default, even if it is added, as some frameworks do. */
    @Override
    public void addHeader(String name, String value) {
        if (isCacheControl(name) && !stated) {
            setHeader(name, value);
        } else {
            super.addHeader(name, value);
        }
    }

    @Override
    public void reset() {
        super.reset();
        stated = false;
        setDefault();
    }

    private void setDefault() {
        if (!stated) {
            super.setHeader(CACHE_CONTROL, PRIVATE);
        }
    }

    private static boolean isCacheControl(String name) {
        return CACHE_CONTROL.equalsIgnoreCase(name);
    }
}

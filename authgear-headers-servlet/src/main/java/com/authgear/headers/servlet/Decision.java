package com.authgear.headers.servlet;

import com.authgear.headers.AuthgearSession;
import com.authgear.headers.RefusedHeadersException;
import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The decision about a request, made once for all its dispatches. It is kept in a request attribute, which clients
 * cannot set; and only this package can create one.
 *
 * @param session none if the headers were refused
 * @param refusal why the headers or the target were refused, or null
 * @param plainTarget whether the target was plain as it was sent, see {@link Target}
 * @param exempt whether the request needs no identity, as an allowed CORS preflight
 */
record Decision(
        AuthgearSession session, @Nullable RefusedHeadersException refusal, boolean plainTarget, boolean exempt) {
    private static final String ATTRIBUTE = Decision.class.getName();

    static @Nullable Decision of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Decision decision ? decision : null;
    }

    void store(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The decision to refuse the same request for its target. */
    Decision refused(RefusedHeadersException reason) {
        return new Decision(session, reason, false, exempt);
    }
}

package com.authgear.headers.servlet;

import com.authgear.headers.AuthgearSession;
import com.authgear.headers.RefusedHeadersException;
import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * What was decided of a request, once for all its dispatches. Kept as an attribute of the request: clients cannot set
 * those, and no other code can make an object of this type.
 *
 * @param session the session; none if the headers were refused
 * @param refusal why the headers, or the target, were refused, or null
 * @param plainTarget whether the target was plain as it was sent, see {@link Target}
 * @param exempt whether the request needs no identity, as a CORS preflight where those are allowed
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

    /** The same request, refused for its target. */
    Decision refused(RefusedHeadersException reason) {
        return new Decision(session, reason, false, exempt);
    }
}

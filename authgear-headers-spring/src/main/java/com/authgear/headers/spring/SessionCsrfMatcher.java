package com.authgear.headers.spring;

import com.authgear.headers.AuthgearSession;
import com.authgear.headers.HeaderSource;
import com.authgear.headers.RequestCredentials;
import com.authgear.headers.servlet.AuthgearRequests;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Matches requests that need a CSRF token: those that change state, and have a valid session for which a browser may
 * have added the credential by itself. Browsers add cookies, Basic and Negotiate credentials by themselves, but never a
 * bearer token.
 *
 * <p>So exactly one bearer token waives the CSRF token: a page of another site cannot add one, unless CORS lets it. But
 * the token may be invalid and the session may come from a cookie. So nothing is waived where a session cookie came too
 * and the browser says that another site sends the request. CORS that lets other origins of the <em>same</em> site send
 * credentials is not protected against.
 */
final class SessionCsrfMatcher implements RequestMatcher {
    /** {@code Sec-Fetch-Site} of requests that no other site sends (W3C Fetch Metadata, section 2.4). */
    private static final Set<String> NOT_CROSS_SITE = Set.of("same-origin", "same-site", "none");

    @Override
    public boolean matches(HttpServletRequest request) {
        return CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
                && AuthgearRequests.session(request) instanceof AuthgearSession.Valid
                && !isWaived(request);
    }

    private static boolean isWaived(HttpServletRequest request) {
        List<String> authorization = lines(request, "Authorization");
        HeaderSource credentials =
                HeaderSource.of(Map.of("Authorization", authorization, "Cookie", lines(request, "Cookie")));
        return authorization.size() == 1
                && RequestCredentials.hasBearerToken(credentials)
                && !(RequestCredentials.hasCookie(credentials) && mayBeCrossSite(request));
    }

    /** Older browsers and other clients send no such line; a value that no browser sends counts as another site. */
    private static boolean mayBeCrossSite(HttpServletRequest request) {
        List<String> sites = lines(request, "Sec-Fetch-Site");
        return sites.size() > 1 || !NOT_CROSS_SITE.containsAll(sites);
    }

    private static List<String> lines(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }
}

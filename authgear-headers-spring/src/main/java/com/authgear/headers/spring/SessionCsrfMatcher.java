package com.authgear.headers.spring;

import com.authgear.headers.AuthgearSession;
import com.authgear.headers.servlet.AuthgearRequests;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Which requests must prove that they come from our own pages: those that change state, with a valid session that a
 * browser may have added by itself. Cookies, Basic and Negotiate are added so; a bearer token never is.
 */
final class SessionCsrfMatcher implements RequestMatcher {
    private static final String BEARER = "bearer ";

    @Override
    public boolean matches(HttpServletRequest request) {
        return CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
                && AuthgearRequests.session(request) instanceof AuthgearSession.Valid
                && !isByBearerAlone(request);
    }

    private static boolean isByBearerAlone(HttpServletRequest request) {
        List<String> lines = Collections.list(request.getHeaders("Authorization"));
        return lines.size() == 1
                && lines.get(0).regionMatches(true, 0, BEARER, 0, BEARER.length())
                && !lines.get(0).substring(BEARER.length()).isBlank();
    }
}

package com.authgear.headers.bootsuite;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** A firewall that accepts every target: Spring Security's with everything allowed, or one without checks. */
final class PermissiveFirewall implements HttpFirewall {
    /** The request header that selects Spring Security's. */
    static final String SPRING = "x-spring-firewall";

    private final StrictHttpFirewall relaxed = new StrictHttpFirewall();

    PermissiveFirewall() {
        relaxed.setAllowSemicolon(true);
        relaxed.setAllowUrlEncodedSlash(true);
        relaxed.setAllowUrlEncodedDoubleSlash(true);
        relaxed.setAllowUrlEncodedPeriod(true);
        relaxed.setAllowUrlEncodedPercent(true);
        relaxed.setAllowUrlEncodedCarriageReturn(true);
        relaxed.setAllowUrlEncodedLineFeed(true);
        relaxed.setAllowUrlEncodedLineSeparator(true);
        relaxed.setAllowUrlEncodedParagraphSeparator(true);
        relaxed.setAllowBackSlash(true);
        relaxed.setAllowNull(true);
        relaxed.setUnsafeAllowAnyHttpMethod(true);
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        return request.getHeader(SPRING) != null ? relaxed.getFirewalledRequest(request) : passed(request);
    }

    @Override
    public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
        return response;
    }

    private static FirewalledRequest passed(HttpServletRequest request) {
        return new FirewalledRequest(request) {
            @Override
            public void reset() {}
        };
    }
}

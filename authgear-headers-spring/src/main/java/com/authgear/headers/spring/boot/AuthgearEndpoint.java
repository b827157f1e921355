package com.authgear.headers.spring.boot;

import com.authgear.headers.spring.AuthgearHeadersSupport;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * {@code /actuator/authgear}: whether the development identity is on, what is trusted, by counts, which options hold, and
 * what was refused. No secret, no address, no header name and no user.
 */
@Endpoint(id = "authgear")
final class AuthgearEndpoint {
    private final AuthgearHeadersSupport support;
    private final RefusalCounts refusals;
    private final boolean developmentIdentity;

    AuthgearEndpoint(AuthgearHeadersSupport support, RefusalCounts refusals, boolean developmentIdentity) {
        this.support = support;
        this.refusals = refusals;
        this.developmentIdentity = developmentIdentity;
    }

    @ReadOperation
    Map<String, Object> report() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("developmentIdentity", developmentIdentity);
        report.put("options", support.options());
        report.put("refusals", refusals.snapshot());
        return report;
    }
}

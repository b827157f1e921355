package com.authgear.headers.spring.boot;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Sends the developer's own requests on as the proxy would, and all others as they are. Thread-safe. */
final class DevelopmentFilter implements Filter {
    private static final System.Logger LOGGER = System.getLogger(AuthgearHeadersAutoConfiguration.class.getName());

    private final DevelopmentRequests requests;
    private final DevelopmentUser user;
    private final DevelopmentSecret secret;
    private final Set<String> objections = ConcurrentHashMap.newKeySet();

    DevelopmentFilter(DevelopmentRequests requests, DevelopmentUser user, DevelopmentSecret secret) {
        this.requests = requests;
        this.user = user;
        this.secret = secret;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest received = (HttpServletRequest) request;
        String objection = requests.objection(received);
        logOnce(objection);
        chain.doFilter(objection == null ? new DevelopmentRequest(received, user.now(), secret) : received, response);
    }

    private void logOnce(@Nullable String objection) {
        if (objection != null && objections.add(objection)) {
            LOGGER.log(Level.INFO, "A request got no development identity: " + objection + ". Said once.");
        }
    }
}

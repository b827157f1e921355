package com.authgear.headers.bootsuite;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a controller sees of a request, and a handler that fails. */
@RestController
final class RequestController {
    private static final List<String> RAW = List.of(
            "x-authgear-user-id",
            "x-authgear-session-valid",
            "x-authgear-session-roles",
            "X-PROXY-SECRET",
            "x-authgear-new-one",
            "x-other");

    @GetMapping({"/headers", "/{area}/headers"})
    String headers(HttpServletRequest request) {
        List<String> seen = new ArrayList<>(Collections.list(request.getHeaderNames()));
        RAW.forEach(name -> {
            seen.addAll(Collections.list(request.getHeaders(name)));
            seen.add(String.valueOf(request.getHeader(name)));
        });
        return String.join("\n", seen);
    }

    @GetMapping({"/address", "/{area}/address"})
    String address(HttpServletRequest request) {
        return request.getRemoteAddr();
    }

    @GetMapping({"/token", "/{area}/token"})
    String token(CsrfToken token) {
        return token.getToken();
    }

    @GetMapping({"/fail", "/{area}/fail"})
    String fail() {
        throw new IllegalStateException("on purpose");
    }

    /** Spring adds this line to the response, rather than setting it. */
    @GetMapping({"/cached", "/{area}/cached"})
    ResponseEntity<String> cached() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)))
                .body("cached");
    }
}

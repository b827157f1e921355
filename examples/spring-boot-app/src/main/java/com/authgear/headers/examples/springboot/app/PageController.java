package com.authgear.headers.examples.springboot.app;

import com.authgear.headers.AuthgearPrincipal;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page at the top. */
@RestController
class PageController {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'";

    private final Page page;

    PageController(Page page) {
        this.page = page;
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(@AuthenticationPrincipal Optional<AuthgearPrincipal> user, CsrfToken csrf) {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", POLICY)
                .body(user.map(known -> page.of(known, csrf)).orElseGet(page::ofNobody));
    }
}

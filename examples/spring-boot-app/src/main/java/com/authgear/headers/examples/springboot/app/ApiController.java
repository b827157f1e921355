package com.authgear.headers.examples.springboot.app;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.spring.stepup.RequireAmr;
import com.authgear.headers.spring.stepup.RequireRecentLogin;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class ApiController {
    private final Notes notes;

    /** A record, since a map has another order in every JVM. */
    record Kept(String user, String text) {}

    ApiController(Notes notes) {
        this.notes = notes;
    }

    @GetMapping("/api/me")
    Me me(@AuthenticationPrincipal AuthgearPrincipal user) {
        return Me.of(user);
    }

    @GetMapping("/api/manager")
    @PreAuthorize("hasRole('manager')")
    Map<String, String> manager(@AuthenticationPrincipal AuthgearPrincipal user) {
        return Map.of("manager", user.userId());
    }

    @PostMapping("/api/transfer")
    @RequireRecentLogin(maxAge = "5m")
    Map<String, String> transfer(@AuthenticationPrincipal AuthgearPrincipal user) {
        return Map.of("transferred", user.userId());
    }

    @GetMapping("/api/vault")
    @RequireAmr("mfa")
    Map<String, String> vault(@AuthenticationPrincipal AuthgearPrincipal user) {
        return Map.of("opened", user.userId());
    }

    /** A program gets the note. */
    @PostMapping("/api/notes")
    Kept keep(@AuthenticationPrincipal AuthgearPrincipal user, @RequestParam String text) {
        if (text.isBlank() || text.length() > Notes.LONGEST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        notes.keep(user, text.strip());
        return new Kept(user.userId(), text.strip());
    }

    /** A browser gets its page again. */
    @PostMapping(path = "/api/notes", params = "from=page")
    ResponseEntity<Void> keepFromPage(@AuthenticationPrincipal AuthgearPrincipal user, @RequestParam String text) {
        keep(user, text);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/account"))
                .build();
    }

    @GetMapping("/public")
    Map<String, String> greet(@AuthenticationPrincipal Optional<AuthgearPrincipal> user) {
        return Map.of("hello", user.map(AuthgearPrincipal::userId).orElse("nobody"));
    }
}

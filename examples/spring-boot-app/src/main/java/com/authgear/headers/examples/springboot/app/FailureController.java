package com.authgear.headers.examples.springboot.app;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Fails on purpose, to show that an error keeps its status on the error page, for a user and for nobody. */
@RestController
class FailureController {
    @GetMapping("/public/forbidden")
    void forbid() {
        throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }

    @GetMapping("/public/broken")
    void fail() {
        throw new OnPurposeException();
    }

    private static final class OnPurposeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** Without a trace: nobody has to find its place. */
        OnPurposeException() {
            super("thrown on purpose by /public/broken", null, false, false);
        }
    }
}

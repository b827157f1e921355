package com.authgear.headers.bootsuite;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whole subtrees, for the attack suite. */
@RestController
final class PageController {
    @GetMapping("/admin/**")
    String admin() {
        return "PROTECTED";
    }

    @GetMapping("/public/**")
    String open() {
        return "OPEN";
    }
}

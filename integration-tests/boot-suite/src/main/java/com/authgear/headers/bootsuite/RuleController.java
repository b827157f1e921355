package com.authgear.headers.bootsuite;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Method security. Not final, since a subclass proxy enforces it. */
@RestController
class RuleController {
    @GetMapping({"/manager", "/{area}/manager"})
    @PreAuthorize("hasRole('manager')")
    String manager() {
        return "for managers";
    }

    @GetMapping("/verified")
    @PreAuthorize("hasAuthority('AUTHGEAR_VERIFIED') and principal.userId() == 'alice'")
    String verified() {
        return "for the verified";
    }

    @GetMapping("/full")
    @PreAuthorize("hasAuthority('AUTHGEAR_USER')")
    String full() {
        return "for users";
    }
}

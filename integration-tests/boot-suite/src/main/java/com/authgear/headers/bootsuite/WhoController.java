package com.authgear.headers.bootsuite;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.attacksuite.WhoServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers the user to the attack suite, provided that Spring Security agrees. */
@RestController
final class WhoController {
    @GetMapping({"/who", "/{area}/who"})
    String who(HttpServletRequest request, @AuthenticationPrincipal @Nullable AuthgearPrincipal user) {
        String authorities = user == null || roles().equals(prefixed(user)) ? "" : "OTHER AUTHORITIES ";
        return authorities + WhoServlet.describe(request);
    }

    /** The authorities of the user, without those that every Authgear user has. */
    private static List<String> roles() {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        return user.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> !authority.startsWith("AUTHGEAR_") && !authority.startsWith("FACTOR_"))
                .toList();
    }

    private static List<String> prefixed(AuthgearPrincipal user) {
        return user.roles().stream().map(role -> "ROLE_" + role).toList();
    }
}

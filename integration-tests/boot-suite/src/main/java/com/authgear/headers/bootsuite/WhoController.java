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

/** Tells the attack suite who the user is, if Spring Security says the same. */
@RestController
final class WhoController {
    @GetMapping({"/who", "/{area}/who"})
    String who(HttpServletRequest request, @AuthenticationPrincipal @Nullable AuthgearPrincipal user) {
        String authorities = user == null || roles().equals(prefixed(user)) ? "" : "OTHER AUTHORITIES ";
        return authorities + WhoServlet.describe(request);
    }

    /** What the user may be asked for, but for the authorities that every user of Authgear has. */
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

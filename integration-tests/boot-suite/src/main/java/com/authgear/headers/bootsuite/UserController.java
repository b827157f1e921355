package com.authgear.headers.bootsuite;

import com.authgear.headers.AuthgearPrincipal;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers the user, in every way to ask for it. Each path exists in every area, as {@code /public/me}. */
@RestController
final class UserController {
    static final String NOBODY = "nobody";

    @GetMapping({"/me", "/{area}/me"})
    String me(@AuthenticationPrincipal @Nullable AuthgearPrincipal user) {
        return user == null ? NOBODY : user.userId();
    }

    @PostMapping({"/me", "/{area}/me"})
    String change(@AuthenticationPrincipal @Nullable AuthgearPrincipal user) {
        return me(user);
    }

    @GetMapping({"/optional", "/{area}/optional"})
    String optional(@AuthenticationPrincipal Optional<AuthgearPrincipal> user) {
        return user.map(AuthgearPrincipal::userId).orElse(NOBODY);
    }

    @GetMapping({"/principal", "/{area}/principal"})
    String principal(@Nullable Principal user) {
        return user == null ? NOBODY : user.getName();
    }

    @GetMapping({"/request", "/{area}/request"})
    String request(HttpServletRequest request) {
        Principal user = request.getUserPrincipal();
        return user == null ? NOBODY : user.getName() + " " + request.getRemoteUser();
    }

    @GetMapping({"/typed", "/{area}/typed"})
    String typed(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication user
                        && user.getPrincipal() instanceof AuthgearPrincipal principal
                ? principal.userId() + " " + String.join("+", principal.amr())
                : NOBODY;
    }

    @GetMapping({"/holder", "/{area}/holder"})
    String holder() {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        return user == null ? NOBODY : user.getName();
    }

    @GetMapping({"/authorities", "/{area}/authorities"})
    String authorities(Authentication user) {
        return String.join(
                " ",
                user.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .sorted()
                        .toList());
    }
}

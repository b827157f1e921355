package com.authgear.headers.resolverstub;

import com.authgear.headers.AuthgearPrincipal;
import java.util.ArrayList;
import java.util.List;

/** A user in a few words, for people. */
final class UserDescription {
    private UserDescription() {}

    static String of(StubUser user) {
        AuthgearPrincipal principal = user.principal();
        List<String> words = new ArrayList<>();
        words.add(principal.isAnonymous() ? "anonymous" : principal.isVerified() ? "verified" : "not verified");
        if (user.disabled()) {
            words.add("disabled");
        }
        words.add(principal.roles().isEmpty() ? "no roles" : "roles " + String.join(", ", principal.roles()));
        return String.join(" · ", words);
    }
}

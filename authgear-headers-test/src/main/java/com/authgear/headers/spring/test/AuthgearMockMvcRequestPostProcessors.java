package com.authgear.headers.spring.test;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.test.AuthgearTestHeaders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Requests of MockMvc as the proxy sends them: {@code mvc.perform(get("/api/me").with(authgear("alice")))}. The request
 * carries real headers with the application's own secret, so that its filter decides as it does in production.
 * Stateless.
 */
public final class AuthgearMockMvcRequestPostProcessors {
    private AuthgearMockMvcRequestPostProcessors() {}

    /**
     * A request of a user with this id. The methods of the result say more of the user.
     *
     * @param userId 1 to 128 characters of {@code A-Za-z0-9._~:@-}
     * @return for {@code with}
     * @throws IllegalArgumentException if the user id is not of that form
     */
    public static AuthgearRequestPostProcessor authgear(String userId) {
        return new AuthgearRequestPostProcessor(AuthgearPrincipal.builder(userId));
    }

    /**
     * A request of a user.
     *
     * @param principal the user whom the resolver found
     * @return for {@code with}
     */
    public static RequestPostProcessor authgear(AuthgearPrincipal principal) {
        return MockRequests.carrying(AuthgearTestHeaders.of(principal));
    }

    /** {@return a request for which the resolver found no session} */
    public static RequestPostProcessor noSession() {
        return MockRequests.carrying(AuthgearTestHeaders.noSession());
    }

    /** {@return a request for which the resolver found a session that is no longer good} */
    public static RequestPostProcessor invalidSession() {
        return MockRequests.carrying(AuthgearTestHeaders.invalidSession());
    }
}

package com.authgear.headers.spring.test;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.ProxyTrust;
import com.authgear.headers.test.AuthgearTestHeaders;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A user's request, see {@link AuthgearMockMvcRequestPostProcessors#authgear(String)}. Not thread-safe. */
public final class AuthgearRequestPostProcessor implements RequestPostProcessor {
    private final AuthgearPrincipal.Builder user;
    private @Nullable String secret;
    private String secretHeader = ProxyTrust.DEFAULT_SECRET_HEADER;
    private boolean cookie;

    AuthgearRequestPostProcessor(AuthgearPrincipal.Builder user) {
        this.user = user;
    }

    /**
     * The user's roles. They are sent whether the application trusts them or not.
     *
     * @param keys the role keys, without a prefix
     * @return this
     * @throws IllegalArgumentException if the header could not carry them
     */
    public AuthgearRequestPostProcessor roles(String... keys) {
        user.roles(List.of(keys));
        return this;
    }

    /**
     * The authentication methods.
     *
     * @param methods see {@link com.authgear.headers.AuthenticationMethods}
     * @return this
     * @throws IllegalArgumentException if the header could not carry them
     */
    public AuthgearRequestPostProcessor amr(String... methods) {
        user.amr(List.of(methods));
        return this;
    }

    /**
     * When the user authenticated.
     *
     * @param time kept to the second, as the header is
     * @return this
     * @throws IllegalArgumentException if the header could not carry it
     */
    public AuthgearRequestPostProcessor authenticatedAt(Instant time) {
        user.authenticatedAt(time);
        return this;
    }

    /** {@return this, the user being an anonymous one} */
    public AuthgearRequestPostProcessor anonymous() {
        user.anonymous(true);
        return this;
    }

    /** {@return this, the user being verified} */
    public AuthgearRequestPostProcessor verified() {
        user.verified(true);
        return this;
    }

    /** {@return this, the user being able to authenticate once more} */
    public AuthgearRequestPostProcessor canReauthenticate() {
        user.canReauthenticate(true);
        return this;
    }

    /**
     * {@return this, sent by a browser: with a cookie instead of a bearer token, so that protection against CSRF applies}
     */
    public AuthgearRequestPostProcessor cookie() {
        cookie = true;
        return this;
    }

    /**
     * The secret, where the application does not have it from {@code authgear.headers.shared-secret} or
     * {@code authgear.headers.shared-secret-file}.
     *
     * @param value the application's secret
     * @return this
     */
    public AuthgearRequestPostProcessor sharedSecret(String value) {
        secret = value;
        return this;
    }

    /**
     * The secret's header, beside {@link #sharedSecret}.
     *
     * @param name {@link ProxyTrust#DEFAULT_SECRET_HEADER} unless told otherwise
     * @return this
     */
    public AuthgearRequestPostProcessor secretHeader(String name) {
        secretHeader = name;
        return this;
    }

    @Override
    public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
        AuthgearTestHeaders headers = AuthgearTestHeaders.of(user.build());
        AuthgearTestHeaders credited = cookie ? headers.cookie() : headers;
        return secret == null
                ? MockRequests.carrying(credited).postProcessRequest(request)
                : MockRequests.replaceIdentity(
                        request, credited.sharedSecret(secret).secretHeader(secretHeader));
    }
}

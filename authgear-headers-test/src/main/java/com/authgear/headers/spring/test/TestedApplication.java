package com.authgear.headers.spring.test;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.servlet.PeerResolver;
import com.authgear.headers.spring.AuthgearAuthoritiesMapper;
import com.authgear.headers.spring.AuthgearPreAuthenticatedProcessingFilter;
import com.authgear.headers.spring.boot.AuthgearHeadersProperties;
import com.authgear.headers.test.AuthgearTestHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.util.StringUtils;

/** Reads beans and, with Spring Boot, properties of the application under test. */
record TestedApplication(@Nullable BeanFactory beans) {
    /** As in the authentication of a request. */
    private static final String NO_CREDENTIALS = "N/A";

    private static final String UNKNOWN = "the application's secret is not known from authgear.headers.shared-secret or"
            + " authgear.headers.shared-secret-file: say authgear(...).sharedSecret(SECRET)";
    private static final String NO_PEER =
            "authgear.headers.trusted-proxies is set, and a request of MockMvc has no peer:"
                    + " give the tests a shared secret instead, or a PeerResolver bean, or use a port";

    /** An authentication equal to that of a request of this user in the first chain that reads the headers. */
    Authentication authentication(AuthgearPrincipal user) {
        AuthgearAuthoritiesMapper mapper = mapperOfChain()
                .or(() -> bean(AuthgearAuthoritiesMapper.class))
                .orElseGet(AuthgearAuthoritiesMapper::withDefaults);
        PreAuthenticatedAuthenticationToken authentication =
                new PreAuthenticatedAuthenticationToken(user, NO_CREDENTIALS, mapper.authorities(user));
        authentication.setDetails("");
        return authentication;
    }

    /** A test must not have authorities that no request gets. */
    void requireTrustInRoles() {
        if (!properties().map(AuthgearHeadersProperties::trustRoles).orElse(true)) {
            throw new IllegalStateException("the application does not trust roles, so that no user has any: set"
                    + " authgear.headers.trust-roles=true if its proxy sets or removes them on every request");
        }
    }

    /** Adds the application's secret, if it asks for one. */
    AuthgearTestHeaders proved(AuthgearTestHeaders headers) {
        AuthgearHeadersProperties found = properties().orElseThrow(() -> new IllegalStateException(UNKNOWN));
        boolean addresses = !found.trustedProxies().isEmpty();
        if (addresses && bean(PeerResolver.class).isEmpty()) {
            throw new IllegalStateException(NO_PEER);
        }
        Optional<String> secret = secret(found).filter(StringUtils::hasText);
        if (secret.isEmpty() && (addresses || found.trustEveryPeer())) {
            return headers;
        }
        return headers.sharedSecret(secret.orElseThrow(() -> new IllegalStateException(UNKNOWN)))
                .secretHeader(found.secretHeader());
    }

    private Optional<AuthgearAuthoritiesMapper> mapperOfChain() {
        return Optional.ofNullable(beans).stream()
                .flatMap(factory ->
                        factory.getBeanProvider(SecurityFilterChain.class).orderedStream())
                .flatMap(chain -> chain.getFilters().stream())
                .filter(AuthgearPreAuthenticatedProcessingFilter.class::isInstance)
                .map(filter -> ((AuthgearPreAuthenticatedProcessingFilter) filter).authoritiesMapper())
                .findFirst();
    }

    private Optional<AuthgearHeadersProperties> properties() {
        return bean(AuthgearHeadersProperties.class);
    }

    private <T> Optional<T> bean(Class<T> type) {
        return beans == null
                ? Optional.empty()
                : Optional.ofNullable(beans.getBeanProvider(type).getIfAvailable());
    }

    private static Optional<String> secret(AuthgearHeadersProperties properties) {
        Path file = properties.sharedSecretFile();
        return Optional.ofNullable(file == null ? properties.sharedSecret() : firstWord(file));
    }

    private static String firstWord(Path file) {
        try {
            return Files.readString(file).strip().split("\\s+", 2)[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package com.authgear.headers.spring.boot;

import com.authgear.headers.AuthgearPrincipal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The user whom the properties describe. Every failure names its property. */
final class DevelopmentUser {
    private static final String PREFIX = "authgear.headers.dev.";

    private final AuthgearDevelopmentProperties properties;

    DevelopmentUser(AuthgearDevelopmentProperties properties) {
        this.properties = properties;
        AuthgearPrincipal.Builder user = builder();
        check("roles", user, builder -> builder.roles(properties.roles()));
        check("amr", user, builder -> builder.amr(properties.amr()));
        check("authenticated-ago", user, builder -> authenticate(builder, properties.authenticatedAgo()));
    }

    /** The user of a request that comes now: the same time ago on each. */
    AuthgearPrincipal now() {
        AuthgearPrincipal.Builder user = builder();
        user.roles(properties.roles()).amr(properties.amr());
        authenticate(user, properties.authenticatedAgo());
        return user.build();
    }

    private AuthgearPrincipal.Builder builder() {
        String userId = properties.userId();
        if (userId == null) {
            throw new ConfigurationFailure(
                    "The development identity is on (" + PREFIX + "enabled), and nothing says whose it is.",
                    "Set " + PREFIX + "user-id.");
        }
        try {
            return AuthgearPrincipal.builder(userId)
                    .anonymous(properties.anonymous())
                    .verified(properties.verified())
                    .canReauthenticate(properties.canReauthenticate());
        } catch (IllegalArgumentException e) {
            throw failure("user-id", e);
        }
    }

    private static void authenticate(AuthgearPrincipal.Builder user, @Nullable Duration ago) {
        if (ago != null) {
            if (ago.isNegative()) {
                throw new IllegalArgumentException("it must not be negative");
            }
            user.authenticatedAt(Instant.now().minus(ago));
        }
    }

    private static void check(
            String property, AuthgearPrincipal.Builder user, Consumer<AuthgearPrincipal.Builder> value) {
        try {
            value.accept(user);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw failure(property, e);
        }
    }

    private static ConfigurationFailure failure(String property, RuntimeException e) {
        return new ConfigurationFailure(
                "The property " + PREFIX + property + " cannot be used: " + e.getMessage() + ".",
                "Correct " + PREFIX + property + ".");
    }
}

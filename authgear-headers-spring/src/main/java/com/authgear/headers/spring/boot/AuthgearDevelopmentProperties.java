package com.authgear.headers.spring.boot;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code authgear.headers.dev.*}: one user for every request from the developer's own machine, without a
 * proxy. Never for anything that others can reach: it does not start beside a secret, addresses or a cloud platform.
 *
 * @param enabled Whether requests from this machine are the user below. Needs one of the profiles, and no other trust.
 * @param profiles Profiles of which one must be active.
 * @param userId Id of the user.
 * @param anonymous Whether the user is an anonymous one.
 * @param verified Whether the user is verified.
 * @param canReauthenticate Whether the user can authenticate once more.
 * @param roles Role keys of the user. They need authgear.headers.roles.trusted.
 * @param amr Authentication methods of the user.
 * @param authenticatedAgo How long before each request the user authenticated. Unknown unless set.
 */
@ConfigurationProperties("authgear.headers.dev")
public record AuthgearDevelopmentProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue({"dev", "local"}) List<String> profiles,
        @Nullable String userId,
        @DefaultValue("false") boolean anonymous,
        @DefaultValue("false") boolean verified,
        @DefaultValue("false") boolean canReauthenticate,
        @DefaultValue List<String> roles,
        @DefaultValue List<String> amr,
        @Nullable Duration authenticatedAgo) {}

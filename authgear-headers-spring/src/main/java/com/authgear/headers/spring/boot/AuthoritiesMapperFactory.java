package com.authgear.headers.spring.boot;

import com.authgear.headers.spring.AuthgearAuthoritiesMapper;
import java.util.HashMap;
import java.util.Map;

/** Builds the mapper that the properties state. Every failure names its property. */
final class AuthoritiesMapperFactory {
    private AuthoritiesMapperFactory() {}

    static AuthgearAuthoritiesMapper mapper(AuthgearHeadersProperties properties) {
        AuthgearAuthoritiesMapper mapper = withRolePrefix(properties.rolePrefix());
        try {
            return properties.factors().isEmpty() ? mapper : mapper.withFactors(factors(properties.factors()));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationFailure(
                    "The property authgear.headers.factors cannot be used: " + e.getMessage() + ".", """
                    Write the method as Authgear sends it, in a file (the name of an environment variable loses it):

                        authgear.headers.factors.x_secondary_totp=FACTOR_TOTP""");
        }
    }

    /** The default factors with these changes; an empty value removes one. */
    static Map<String, String> factors(Map<String, String> changes) {
        Map<String, String> factors = new HashMap<>(AuthgearAuthoritiesMapper.DEFAULT_FACTORS);
        changes.forEach((method, factor) -> {
            if (!factor.isEmpty()) {
                factors.put(method, factor);
            } else if (factors.remove(method) == null) {
                throw new IllegalArgumentException(
                        "the authentication method \"" + method + "\" has no factor that could be removed");
            }
        });
        return factors;
    }

    private static AuthgearAuthoritiesMapper withRolePrefix(String prefix) {
        try {
            return AuthgearAuthoritiesMapper.withRolePrefix(prefix);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationFailure(e.getMessage() + ".", "Correct authgear.headers.role-prefix.");
        }
    }
}

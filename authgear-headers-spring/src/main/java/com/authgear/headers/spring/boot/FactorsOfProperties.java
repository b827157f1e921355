package com.authgear.headers.spring.boot;

import com.authgear.headers.spring.AuthgearFactors;
import java.util.Map;

/** The table of factors that the properties state. */
final class FactorsOfProperties {
    private FactorsOfProperties() {}

    static AuthgearFactors factors(Map<String, String> changes) {
        AuthgearFactors factors = AuthgearFactors.defaults();
        for (Map.Entry<String, String> change : changes.entrySet()) {
            factors = factors(factors, change.getKey(), change.getValue());
        }
        return factors;
    }

    private static AuthgearFactors factors(AuthgearFactors before, String method, String factor) {
        try {
            return factor.isEmpty() ? before.without(method) : before.map(method, factor);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationFailure(
                    "The property authgear.headers.factors cannot be: " + e.getMessage() + ".", """
                    Write the method as Authgear sends it, in a file (the name of an environment variable loses it):

                        authgear.headers.factors.x_secondary_totp=FACTOR_TOTP

                    Or define an AuthgearFactors bean, which can say mapUnlisted.""");
        }
    }
}

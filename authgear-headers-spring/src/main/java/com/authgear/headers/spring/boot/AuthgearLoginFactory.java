package com.authgear.headers.spring.boot;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.servlet.AuthgearLogin;
import org.jspecify.annotations.Nullable;

/** Builds the login that the properties state. Every failure names its property. */
final class AuthgearLoginFactory {
    private static final String PREFIX = "authgear.headers.login.";

    private AuthgearLoginFactory() {}

    static AuthgearLogin login(AuthgearHeadersProperties.Login properties, ProxyTrust trust) {
        requireKey(properties, trust);
        try {
            AuthgearLogin.Builder login = AuthgearLogin.builder(
                    required("endpoint", properties.endpoint()),
                    required("client-id", properties.clientId()),
                    required("base-url", properties.baseUrl()));
            if (properties.signingKey() != null) {
                login.signingKey(properties.signingKey());
            }
            return login.build();
        } catch (IllegalArgumentException e) {
            throw new ConfigurationFailure(
                    "The properties " + PREFIX + "* cannot be used: " + e.getMessage() + ".", "Correct them.");
        }
    }

    private static void requireKey(AuthgearHeadersProperties.Login properties, ProxyTrust trust) {
        if (properties.signingKey() == null
                && trust.messageAuthenticationCodes("").isEmpty()) {
            throw new ConfigurationFailure(
                    "Nothing signs the cookies of logins that have begun: there is no shared secret, and the property "
                            + PREFIX + "signing-key is missing.",
                    """
                    Add this, with the same value on all nodes (make one with: openssl rand -hex 32):

                        authgear.headers.login.signing-key=${AUTHGEAR_LOGIN_KEY}""");
        }
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new ConfigurationFailure("The property " + PREFIX + name + " is missing.", """
                    State the three of them:

                        authgear.headers.login.endpoint=https://auth.example.com
                        authgear.headers.login.client-id=the id of this application at Authgear
                        authgear.headers.login.base-url=https://www.example.com""");
        }
        return value;
    }
}

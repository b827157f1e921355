package com.authgear.headers.examples.gateway;

import com.authgear.headers.ProxyTrust;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an operator sets.
 *
 * @param resolver whom to ask
 * @param project the host of the Authgear project
 * @param secret what proves to the backend that the filter was at work
 * @param timeout how long to wait for the resolver
 */
@ConfigurationProperties("authgear.gateway")
record AuthgearGatewayProperties(URI resolver, String project, String secret, Duration timeout) {
    AuthgearGatewayProperties {
        // Refuses what the backend would refuse, the placeholder first.
        ProxyTrust.sharedSecret(secret);
    }

    @Override
    public String toString() {
        return "AuthgearGatewayProperties[" + resolver + "]";
    }
}

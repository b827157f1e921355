package com.authgear.headers.spring.boot;

import com.authgear.headers.ProxyTrust;
import java.util.Locale;
import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Whether Boot lets X-Forwarded-For, which any client can send, name the peer. Then an address proves nothing. */
final class ForwardedAddresses {
    private ForwardedAddresses() {}

    /** Refuses to start where addresses are all that is trusted and Boot rewrites them. */
    static void refuse(ProxyTrust trust, Environment environment) {
        if (trust.trustsAddressesAlone() && areHandled(environment)) {
            throw new ConfigurationFailure(
                    "Only addresses are trusted (authgear.headers.trusted-proxies), and Spring Boot rewrites the address"
                            + " of a request from its X-Forwarded-For header, which any client can send"
                            + " (server.forward-headers-strategy, server.tomcat.remoteip.*, or a cloud platform such as"
                            + " Kubernetes).",
                    "Trust a secret instead, or besides: authgear.headers.shared-secret=${AUTHGEAR_PROXY_SECRET}. Or"
                            + " define a PeerResolver bean that knows the socket's true peer.");
        }
    }

    private static boolean areHandled(Environment environment) {
        String strategy = environment.getProperty("server.forward-headers-strategy");
        boolean byStrategy = StringUtils.hasText(strategy)
                ? !strategy.toLowerCase(Locale.ROOT).equals("none")
                : isByPlatform(environment);
        return byStrategy || isByTomcat(environment);
    }

    private static boolean isByPlatform(Environment environment) {
        CloudPlatform platform = CloudPlatform.getActive(environment);
        return platform != null && platform.isUsingForwardHeaders();
    }

    /** Either of these turns the valve on, whatever the strategy. */
    private static boolean isByTomcat(Environment environment) {
        return StringUtils.hasText(environment.getProperty("server.tomcat.remoteip.remote-ip-header"))
                || StringUtils.hasText(environment.getProperty("server.tomcat.remoteip.protocol-header"));
    }
}

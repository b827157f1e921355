package com.authgear.headers.spring.boot;

import com.authgear.headers.ProxyTrust;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/** Whether Boot takes the peer's address from X-Forwarded-For, which any client can send: then it proves nothing. */
record ForwardedAddresses(Environment environment, ListableBeanFactory beans) {
    private static final String REWRITTEN = "Spring Boot rewrites the address of a request from its X-Forwarded-For"
            + " header, which any client can send (server.forward-headers-strategy, server.tomcat.remoteip.*, or a"
            + " cloud platform such as Kubernetes)";
    private static final String OWN_RESOLVER = "Or define a PeerResolver bean that knows the socket's true peer.";

    private static final String TOMCAT_BOOT_3 =
            "org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory";
    private static final String TOMCAT_BOOT_4 = "org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory";

    /** Stops the start if a rewritten address would be trusted alone, or if rewriting hides the socket's address. */
    void refuse(ProxyTrust trust) {
        if (trust.trustsAddressesAlone() && (isByStrategy() || isByTomcatProperty())) {
            throw new ConfigurationFailure(
                    "Only addresses are trusted (authgear.headers.trusted-proxies), and " + REWRITTEN + ".",
                    "Trust a secret instead: authgear.headers.shared-secret=${AUTHGEAR_PROXY_SECRET}. " + OWN_RESOLVER);
        }
        if (trust.trustsAddresses() && isByTomcat()) {
            throw new ConfigurationFailure(
                    "Addresses are trusted besides a secret (authgear.headers.trusted-proxies), and " + REWRITTEN
                            + ". Tomcat's valve hides the true one, so every identity would be refused.",
                    "Remove authgear.headers.trusted-proxies: authgear.headers.shared-secret is enough. "
                            + OWN_RESOLVER);
        }
    }

    private boolean isByStrategy() {
        String strategy = strategy();
        return strategy.isEmpty() ? isByPlatform() : !strategy.equals("none");
    }

    /** Tomcat's valve leaves nothing of the peer in the Servlet API, whereas Spring's filter only wraps the request. */
    private boolean isByTomcat() {
        String strategy = strategy();
        boolean natively = strategy.isEmpty() ? isByPlatform() : strategy.equals("native");
        return (natively || isByTomcatProperty()) && isTomcat();
    }

    private String strategy() {
        return environment
                .getProperty("server.forward-headers-strategy", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private boolean isByPlatform() {
        CloudPlatform platform = CloudPlatform.getActive(environment);
        return platform != null && platform.isUsingForwardHeaders();
    }

    /** Either of these turns Tomcat's valve on, with every strategy. */
    private boolean isByTomcatProperty() {
        return StringUtils.hasText(environment.getProperty("server.tomcat.remoteip.remote-ip-header"))
                || StringUtils.hasText(environment.getProperty("server.tomcat.remoteip.protocol-header"));
    }

    private boolean isTomcat() {
        ClassLoader loader = ForwardedAddresses.class.getClassLoader();
        return Stream.of(TOMCAT_BOOT_3, TOMCAT_BOOT_4)
                .filter(name -> ClassUtils.isPresent(name, loader))
                .map(name -> ClassUtils.resolveClassName(name, loader))
                .anyMatch(type -> beans.getBeanNamesForType(type, false, false).length > 0);
    }
}

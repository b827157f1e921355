package com.authgear.headers.spring.boot;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.servlet.PeerResolver;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Where the development identity must not be: the start fails, and says what is to be removed. */
record DevelopmentGuard(
        AuthgearHeadersProperties properties,
        AuthgearDevelopmentProperties development,
        Environment environment,
        ListableBeanFactory beans) {
    private static final String ENABLED = "authgear.headers.dev.enabled";
    private static final String REMOVE = "Remove " + ENABLED;

    void refuse() {
        refuseIf(
                !development.enabled(),
                "The application was built ahead of time with " + ENABLED + ", and is started without.",
                "Build it without.");
        refuseProfiles();
        refuseTrust();
        refuseIf(isInCloud(), "The development identity is on (" + ENABLED + ") on a cloud platform.", REMOVE + ".");
        refuseHiddenPeer();
        refuseIf(
                !development.roles().isEmpty() && !properties.roles().trusted(),
                "authgear.headers.dev.roles are set, and roles are not trusted, so that the user would have none.",
                "Set authgear.headers.roles.trusted=true, or remove authgear.headers.dev.roles.");
    }

    private void refuseProfiles() {
        List<String> active = Arrays.asList(environment.getActiveProfiles());
        refuseIf(
                development.profiles().stream().noneMatch(active::contains),
                "The development identity is on (" + ENABLED + "), and none of the profiles in"
                        + " authgear.headers.dev.profiles is active: " + development.profiles() + ".",
                "Start with spring.profiles.active=dev, or remove " + ENABLED + ".");
    }

    private void refuseTrust() {
        refuseBeside("shared-secret", StringUtils.hasText(properties.sharedSecret()));
        refuseBeside("previous-shared-secret", StringUtils.hasText(properties.previousSharedSecret()));
        refuseBeside(
                "shared-secret-file",
                properties.sharedSecretFile() != null
                        && !properties.sharedSecretFile().toString().isEmpty());
        refuseBeside("trusted-proxies", !properties.trustedProxies().isEmpty());
        refuseBeside("trust-every-peer", properties.trustEveryPeer());
        refuseIf(
                !List.of(beans.getBeanNamesForType(ProxyTrust.class, true, false))
                        .equals(List.of(DevelopmentConfiguration.TRUST)),
                "The development identity is on (" + ENABLED + ") beside a ProxyTrust or AuthgearHeadersSupport bean of"
                        + " the application's own: where there is a proxy, it says who the user is.",
                REMOVE + ", or do not define the bean in this profile.");
    }

    private static void refuseBeside(String property, boolean stated) {
        String name = "authgear.headers." + property;
        refuseIf(
                stated,
                "The development identity is on (" + ENABLED + ") beside " + name
                        + ": where there is a proxy, it says who the user is.",
                REMOVE + ", or, in the file of this profile, empty the other: " + name + "=");
    }

    /** Detection counts as well as what is said: {@code spring.main.cloud-platform=none} changes nothing. */
    private boolean isInCloud() {
        String said = environment.getProperty("spring.main.cloud-platform", "");
        return (StringUtils.hasText(said) && !said.strip().equalsIgnoreCase(CloudPlatform.NONE.name()))
                || Arrays.stream(CloudPlatform.values()).anyMatch(platform -> platform.isDetected(environment));
    }

    /** Nobody would ever be the user, and only the log would say why. */
    private void refuseHiddenPeer() {
        boolean own = beans.getBeanNamesForType(PeerResolver.class, true, false).length > 0;
        refuseIf(
                !own && new ForwardedAddresses(environment, beans).isByTomcat(),
                "The development identity is on (" + ENABLED + "), and Tomcat hides who is connected, since Spring Boot"
                        + " lets forwarding headers rewrite it (server.forward-headers-strategy or"
                        + " server.tomcat.remoteip.*).",
                "Set server.forward-headers-strategy=none in the file of this profile, and empty"
                        + " server.tomcat.remoteip.*.");
    }

    private static void refuseIf(boolean wrong, String description, String action) {
        if (wrong) {
            throw new ConfigurationFailure(description, action);
        }
    }
}

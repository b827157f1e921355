package com.authgear.headers.spring.test;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives an application under test whose properties state no trust a random secret, the same one for the whole JVM. A
 * property with an unset variable, such as {@code ${AUTHGEAR_PROXY_SECRET}} on a build machine, states no trust.
 */
final class TestSecret {
    private static final String PREFIX = "authgear.headers.";
    private static final String SHARED_SECRET = "shared-secret";
    /** The bean of the auto-configuration; it does not exist if the application defines its trust itself. */
    private static final String TRUST_OF_PROPERTIES = "authgearProxyTrust";

    /** The value of each property of trust whose variable is not set. */
    private static final Map<String, String> UNSET = Map.of(
            SHARED_SECRET,
            random(),
            "previous-shared-secret",
            random(),
            "shared-secret-file",
            "",
            "trusted-proxies",
            "",
            "trust-every-peer",
            "false");

    private TestSecret() {}

    static void supply(ConfigurableListableBeanFactory beans, ConfigurableEnvironment environment) {
        if (!beans.containsBeanDefinition(TRUST_OF_PROPERTIES)) {
            return;
        }
        Map<String, String> values = new LinkedHashMap<>();
        Binder binder = Binder.get(environment);
        UNSET.keySet().forEach(name -> values.put(name, value(binder, name)));
        Map<String, Object> supplied = new LinkedHashMap<>();
        values.entrySet().stream()
                .filter(entry -> entry.getValue().contains("${"))
                .map(Map.Entry::getKey)
                .forEach(name -> supplied.put(PREFIX + name, UNSET.get(name)));
        if (values.entrySet().stream().noneMatch(TestSecret::statesTrust)) {
            supplied.put(PREFIX + SHARED_SECRET, UNSET.get(SHARED_SECRET));
        }
        environment.getPropertySources().addFirst(new MapPropertySource("authgearTestSecret", supplied));
    }

    private static boolean statesTrust(Map.Entry<String, String> property) {
        String value = property.getValue();
        return !value.isBlank() && !value.contains("${") && !value.equals("false");
    }

    /** The values of a list are joined. */
    private static String value(Binder binder, String name) {
        return String.join(
                "", binder.bind(PREFIX + name, Bindable.listOf(String.class)).orElse(List.of()));
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

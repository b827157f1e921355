package com.authgear.headers.spring.boot;

import java.lang.reflect.Method;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Matches the health endpoint, its groups and additional paths, wherever base path, context path and management port
 * put them: by Boot's own matcher, and by reflection, since Boot 4 moved it.
 */
final class HealthRequestMatcher {
    private static final String[] NAMES = {
        "org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest",
        "org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest"
    };
    /** Boot 4 has an EndpointRequest even without the actuator. */
    private static final String ACTUATOR = "org.springframework.boot.actuate.endpoint.web.WebServerNamespace";

    private static final String[] HEALTH = {"health"};

    private HealthRequestMatcher() {}

    /** Matches nothing without the actuator. */
    static RequestMatcher of(@Nullable ClassLoader loader) {
        for (String name : NAMES) {
            if (ClassUtils.isPresent(name, loader) && ClassUtils.isPresent(ACTUATOR, loader)) {
                return health(ClassUtils.resolveClassName(name, loader));
            }
        }
        return request -> false;
    }

    private static RequestMatcher health(Class<?> endpointRequest) {
        return new OrRequestMatcher(
                invoke(endpointRequest, "to", new Class<?>[] {String[].class}, (Object) HEALTH),
                invoke(
                        endpointRequest,
                        "toAdditionalPaths",
                        new Class<?>[] {WebServerNamespace.class, String[].class},
                        WebServerNamespace.SERVER,
                        HEALTH));
    }

    private static RequestMatcher invoke(Class<?> type, String name, Class<?>[] parameters, Object... arguments) {
        Method method = ClassUtils.getMethod(type, name, parameters);
        return (RequestMatcher) Objects.requireNonNull(ReflectionUtils.invokeMethod(method, null, arguments));
    }

    /** For native images. */
    static final class Hints implements RuntimeHintsRegistrar {
        @Override
        public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
            for (String name : NAMES) {
                hints.reflection().registerTypeIfPresent(loader, name, MemberCategory.INVOKE_PUBLIC_METHODS);
            }
        }
    }
}

package com.authgear.headers.spring.boot;

import java.lang.reflect.Method;
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
 * The health endpoint, its groups and additional paths, wherever base path, context path and management port put them:
 * Boot's own matcher, by reflection, since Boot 4 moved it.
 */
final class HealthRequestMatcher {
    private static final String[] NAMES = {
        "org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest",
        "org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest"
    };
    /** Boot 4 has an EndpointRequest where there is no actuator, too. */
    private static final String ACTUATOR = "org.springframework.boot.actuate.endpoint.web.WebServerNamespace";

    private static final String[] HEALTH = {"health"};

    private HealthRequestMatcher() {}

    /** Matches nothing where there is no actuator. */
    static RequestMatcher of(@Nullable ClassLoader loader) {
        for (String name : NAMES) {
            if (ClassUtils.isPresent(name, loader) && ClassUtils.isPresent(ACTUATOR, loader)) {
                return health(ClassUtils.resolveClassName(name, loader));
            }
        }
        return request -> false;
    }

    private static RequestMatcher health(Class<?> endpointRequest) {
        Object server = WebServerNamespace.SERVER;
        return new OrRequestMatcher(
                invoke(endpointRequest, "to", new Class<?>[] {String[].class}, (Object) HEALTH),
                invoke(
                        endpointRequest,
                        "toAdditionalPaths",
                        new Class<?>[] {WebServerNamespace.class, String[].class},
                        server,
                        HEALTH));
    }

    private static RequestMatcher invoke(Class<?> type, String name, Class<?>[] parameters, Object... arguments) {
        Method method = ReflectionUtils.findMethod(type, name, parameters);
        if (method == null) {
            throw new IllegalStateException("this version of Spring Boot has no EndpointRequest." + name);
        }
        return (RequestMatcher) java.util.Objects.requireNonNull(ReflectionUtils.invokeMethod(method, null, arguments));
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

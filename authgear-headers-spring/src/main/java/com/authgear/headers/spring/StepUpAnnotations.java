package com.authgear.headers.spring;

import com.authgear.headers.StepUpRule;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodClassKey;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationConfigurationException;
import org.springframework.security.core.annotation.SecurityAnnotationScanner;
import org.springframework.security.core.annotation.SecurityAnnotationScanners;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** The rules that stand on methods and types. The first look at a type reads all of them. Thread-safe. */
final class StepUpAnnotations {
    private static final int OUT_OF_REACH = Modifier.PRIVATE | Modifier.STATIC | Modifier.FINAL;

    private final SecurityAnnotationScanner<RequireRecentLogin> recentLogins =
            SecurityAnnotationScanners.requireUnique(RequireRecentLogin.class);
    private final SecurityAnnotationScanner<RequireAmr> methods =
            SecurityAnnotationScanners.requireUnique(RequireAmr.class);
    private final Map<MethodClassKey, Optional<StepUpRule>> rules = new ConcurrentHashMap<>();
    private final Map<Class<?>, Boolean> types = new ConcurrentHashMap<>();

    /**
     * Whether any method of a type has a rule.
     *
     * @throws InvalidStepUpRuleException if one cannot be meant, or cannot be enforced
     */
    boolean anyOn(Class<?> type) {
        return types.computeIfAbsent(type, this::read);
    }

    /**
     * The rule of a method.
     *
     * @throws InvalidStepUpRuleException if it cannot be meant
     */
    Optional<StepUpRule> rule(Method method, Class<?> type) {
        if (method.getDeclaringClass() == Object.class) {
            return Optional.empty();
        }
        return rules.computeIfAbsent(new MethodClassKey(method, type), key -> read(method, type));
    }

    private boolean read(Class<?> type) {
        boolean any = false;
        for (Class<?> declaring : declaring(type)) {
            for (Method method : ReflectionUtils.getAllDeclaredMethods(declaring)) {
                if (!method.isSynthetic() && rule(method, type).isPresent()) {
                    refuseOutOfReach(method);
                    any = true;
                }
            }
        }
        return any;
    }

    /** As Spring's proxies look for what to intercept. */
    private static Set<Class<?>> declaring(Class<?> type) {
        Set<Class<?>> types = new LinkedHashSet<>(ClassUtils.getAllInterfacesForClassAsSet(type));
        if (!Proxy.isProxyClass(type)) {
            types.add(ClassUtils.getUserClass(type));
        }
        return types;
    }

    private Optional<StepUpRule> read(Method method, Class<?> type) {
        try {
            return Stream.of(recent(recentLogins.scan(method, type)), amr(methods.scan(method, type)))
                    .flatMap(Optional::stream)
                    .reduce(StepUpRule::and);
        } catch (IllegalArgumentException | AnnotationConfigurationException e) {
            throw new InvalidStepUpRuleException(
                    "The rule of step-up on " + name(method) + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static Optional<StepUpRule> recent(@Nullable RequireRecentLogin annotation) {
        return Optional.ofNullable(annotation).map(RequireRecentLogin::maxAge).map(StepUpRule::recentLogin);
    }

    private static Optional<StepUpRule> amr(@Nullable RequireAmr annotation) {
        return Optional.ofNullable(annotation).map(StepUpAnnotations::rule);
    }

    private static StepUpRule rule(RequireAmr annotation) {
        if (annotation.unlisted().length == 0) {
            return StepUpRule.amr(annotation.value());
        }
        StepUpRule unlisted = StepUpRule.unlistedAmr(annotation.unlisted());
        return annotation.value().length == 0 ? unlisted : unlisted.and(StepUpRule.amr(annotation.value()));
    }

    /** Of a type's rule only what others can call matters. */
    private static void refuseOutOfReach(Method method) {
        boolean own = AnnotatedElementUtils.hasAnnotation(method, RequireRecentLogin.class)
                || AnnotatedElementUtils.hasAnnotation(method, RequireAmr.class);
        int modifiers = method.getModifiers();
        boolean open = own
                ? (modifiers & OUT_OF_REACH) != 0
                : Modifier.isFinal(modifiers) && !Modifier.isPrivate(modifiers) && !Modifier.isStatic(modifiers);
        if (open) {
            throw new InvalidStepUpRuleException("The rule of step-up on " + name(method)
                    + " would not be enforced: a proxy cannot stand before a private, static or final method");
        }
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getName() + "." + method.getName();
    }
}

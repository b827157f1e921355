package com.authgear.headers.spring.stepup;

import com.authgear.headers.StepUpRule;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.MethodClassKey;
import org.springframework.core.annotation.AnnotationConfigurationException;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;

/**
 * Reads the rules on methods and types. All of them hold: those on every type of the object and those on every
 * declaration of the method. (Of Spring Security's annotations only the nearest holds.) Thread-safe.
 */
final class StepUpAnnotations {
    private final Map<Class<?>, Stated> stated = new ConcurrentHashMap<>();
    private final Map<Class<?>, Set<Class<?>>> types = new ConcurrentHashMap<>();
    private final Map<MethodClassKey, Optional<StepUpRule>> rules = new ConcurrentHashMap<>();

    /** Whether a method of a class has a rule; throws as {@link #types} does. */
    boolean anyOn(Class<?> type) {
        return !types(type).isEmpty();
    }

    /**
     * The types that give rules to the methods of a class.
     *
     * @throws InvalidStepUpRuleException if a rule has an impossible value, or its method cannot be intercepted
     */
    Set<Class<?>> types(Class<?> type) {
        return types.computeIfAbsent(type, this::read);
    }

    /** The rule of a method, which may be one of an interface, or a bridge, for objects of a class. */
    Optional<StepUpRule> rule(Method method, Class<?> type) {
        return rules.computeIfAbsent(new MethodClassKey(method, type), key -> read(method, TypeHierarchy.of(type)));
    }

    private Set<Class<?>> read(Class<?> type) {
        TypeHierarchy hierarchy = TypeHierarchy.of(type);
        Set<Class<?>> stating = hierarchy.types().stream()
                .filter(each -> !stated(each).isEmpty())
                .collect(Collectors.toSet());
        if (stating.isEmpty()) {
            return Set.of();
        }
        List<Method> methods = hierarchy
                .methods()
                .filter(method -> rule(method, type).isPresent())
                .toList();
        UnproxyableMethods unproxyable = new UnproxyableMethods(hierarchy, this::isStatedOn);
        methods.forEach(unproxyable::refuse);
        return methods.stream().anyMatch(UnproxyableMethods::isOpen) ? stating : Set.of();
    }

    private Optional<StepUpRule> read(Method method, TypeHierarchy hierarchy) {
        if (method.getDeclaringClass() == Object.class
                && hierarchy.methods().noneMatch(own -> hierarchy.same(own, method))) {
            return Optional.empty();
        }
        return Stream.concat(hierarchy.types().stream(), TypeHierarchy.of(method.getDeclaringClass()).types().stream())
                .distinct()
                .flatMap(each -> stated(each).rules(own -> hierarchy.same(own, method)))
                .reduce(StepUpRule::and);
    }

    private boolean isStatedOn(Method method) {
        return stated(method.getDeclaringClass()).onMethods().containsKey(method);
    }

    private Stated stated(Class<?> type) {
        return stated.computeIfAbsent(type, Stated::on);
    }

    /** The rules that one type states itself. */
    private record Stated(Optional<StepUpRule> onType, Map<Method, StepUpRule> onMethods) {
        static Stated on(Class<?> type) {
            Map<Method, StepUpRule> methods = new LinkedHashMap<>();
            TypeHierarchy.declared(type)
                    .forEach(method -> rule(method, name(method)).ifPresent(rule -> methods.put(method, rule)));
            return new Stated(rule(type, type.getName() + ".*"), methods);
        }

        boolean isEmpty() {
            return onType.isEmpty() && onMethods.isEmpty();
        }

        Stream<StepUpRule> rules(Predicate<Method> methods) {
            return Stream.concat(
                    onType.stream(),
                    onMethods.entrySet().stream()
                            .filter(rule -> methods.test(rule.getKey()))
                            .map(Map.Entry::getValue));
        }

        private static Optional<StepUpRule> rule(AnnotatedElement element, String name) {
            try {
                return Stream.of(
                                one(element, RequireRecentLogin.class)
                                        .map(RequireRecentLogin::maxAge)
                                        .map(StepUpRule::recentLogin),
                                one(element, RequireAmr.class)
                                        .map(amr -> StepUpRule.amr(amr.value()).justNow(amr.justNow())))
                        .flatMap(Optional::stream)
                        .reduce(StepUpRule::and);
            } catch (IllegalArgumentException | AnnotationConfigurationException e) {
                throw new InvalidStepUpRuleException(
                        "The rule of step-up on " + name + " cannot be used: " + e.getMessage(), e);
            }
        }

        /** By itself or as part of another annotation, and at most once. */
        private static <A extends Annotation> Optional<A> one(AnnotatedElement element, Class<A> annotation) {
            List<MergedAnnotation<A>> all = MergedAnnotations.from(element, SearchStrategy.DIRECT).stream(annotation)
                    .toList();
            if (all.size() > 1) {
                throw new IllegalArgumentException(
                        "there must be one unique annotation @" + annotation.getSimpleName() + ", not " + all.size());
            }
            return all.stream().findFirst().map(MergedAnnotation::synthesize);
        }
    }

    static String name(Method method) {
        return method.getDeclaringClass().getName() + "." + method.getName();
    }
}

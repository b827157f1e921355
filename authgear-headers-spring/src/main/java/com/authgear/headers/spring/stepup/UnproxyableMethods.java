package com.authgear.headers.spring.stepup;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.aot.hint.annotation.Reflective;
import org.springframework.beans.factory.Aware;
import org.springframework.core.annotation.MergedAnnotations;

/**
 * The methods of a class that a Spring AOP proxy cannot intercept, so that a rule on them would not be enforced.
 *
 * @param hierarchy the types of the class
 * @param stated whether a method states a rule itself
 */
record UnproxyableMethods(TypeHierarchy hierarchy, Predicate<Method> stated) {
    private static final int UNBOUND = Modifier.PRIVATE | Modifier.STATIC;

    /** Methods that a class inherits from these packages are called by the frameworks themselves. */
    private static final List<String> FRAMEWORKS = List.of("java.", "jakarta.", "org.springframework.");

    /** Only the container calls the methods of interfaces of these packages, as callbacks or to order beans. */
    private static final List<String> CONTAINER =
            List.of("org.springframework.beans.", "org.springframework.context.", "org.springframework.core.");

    /** Whether a proxy of its own class can intercept it. */
    static boolean isOpen(Method method) {
        return (method.getModifiers() & (UNBOUND | Modifier.FINAL)) == 0;
    }

    /** Refuses a method that callers can reach without passing through the proxy. */
    void refuse(Method method) {
        if (isOutOfReach(method)) {
            throw new InvalidStepUpRuleException("The rule of step-up on " + StepUpAnnotations.name(method) + ", for "
                    + hierarchy.type().getName() + ", would not be enforced: a proxy cannot stand before a private,"
                    + " static or final method, nor before a package-private one of another package or class loader."
                    + " Open it, or put the rule on methods instead of the type");
        }
    }

    private boolean isOutOfReach(Method method) {
        int modifiers = method.getModifiers();
        if ((modifiers & UNBOUND) != 0) {
            return stated.test(method) || isHandler(method);
        }
        if (Modifier.isFinal(modifiers)) {
            return stated.test(method) || !isOfFramework(method) || isHandler(method) || implementsHandler(method);
        }
        return isPackagePrivate(modifiers) && !isOfFramework(method) && !isBeside(method.getDeclaringClass());
    }

    /** Only a class of the same package of the same class loader can override it. */
    private boolean isBeside(Class<?> declaring) {
        Class<?> type = hierarchy.type();
        return Objects.equals(declaring.getClassLoader(), type.getClassLoader())
                && declaring.getPackageName().equals(type.getPackageName());
    }

    private boolean implementsHandler(Method method) {
        return hierarchy.types().stream()
                .filter(type ->
                        type.isInterface() && !Aware.class.isAssignableFrom(type) && !startsWith(type, CONTAINER))
                .flatMap(TypeHierarchy::declared)
                .anyMatch(other -> hierarchy.same(other, method));
    }

    /** Spring marks methods that it calls by reflection as Reflective; Spring for GraphQL does not. */
    private static boolean isHandler(Method method) {
        MergedAnnotations annotations = MergedAnnotations.from(method);
        return annotations.isPresent(Reflective.class)
                || annotations.stream()
                        .anyMatch(each -> each.getType().getSimpleName().endsWith("Mapping"));
    }

    private static boolean isPackagePrivate(int modifiers) {
        return (modifiers & (Modifier.PUBLIC | Modifier.PROTECTED)) == 0;
    }

    private static boolean isOfFramework(Method method) {
        return startsWith(method.getDeclaringClass(), FRAMEWORKS);
    }

    private static boolean startsWith(Class<?> type, List<String> packages) {
        return packages.stream().anyMatch(type.getName()::startsWith);
    }
}

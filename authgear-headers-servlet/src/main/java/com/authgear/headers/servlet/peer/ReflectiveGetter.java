package com.authgear.headers.servlet.peer;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls a public method without parameters by its name, to need no container at compile time. */
public final class ReflectiveGetter {
    /** Shared, so that a call creates none. */
    private static final Object[] NO_ARGUMENTS = {};

    private final String name;
    private final List<String> types;
    private final ClassValue<Optional<Method>> methods = new ClassValue<>() {
        @Override
        protected Optional<Method> computeValue(Class<?> type) {
            return ancestry(type).flatMap(ReflectiveGetter.this::declared).findFirst();
        }
    };

    public ReflectiveGetter(String name, String... types) {
        this.name = name;
        this.types = List.of(types);
    }

    /** For a type of Jetty's ee10 and ee11 packages. */
    public static ReflectiveGetter ofJetty(String name, String type) {
        return new ReflectiveGetter(name, "org.eclipse.jetty.ee10." + type, "org.eclipse.jetty.ee11." + type);
    }

    /** The result of the method; null if the target is null or of another type, or the method fails. */
    public @Nullable Object on(@Nullable Object target) {
        if (target == null) {
            return null;
        }
        Method method = methods.get(target.getClass()).orElse(null);
        return method == null ? null : invoke(method, target);
    }

    private static @Nullable Object invoke(Method method, Object target) {
        try {
            return method.invoke(target, NO_ARGUMENTS);
        } catch (IllegalAccessException | InvocationTargetException e) {
            return null;
        }
    }

    private Stream<Method> declared(Class<?> type) {
        return types.contains(type.getName())
                ? Arrays.stream(type.getMethods())
                        .filter(method -> method.getName().equals(name) && method.getParameterCount() == 0)
                : Stream.empty();
    }

    private static Stream<Class<?>> ancestry(Class<?> type) {
        Stream<Class<?>> above =
                Stream.concat(Stream.<Class<?>>of(type.getInterfaces()), Stream.ofNullable(type.getSuperclass()));
        return Stream.concat(Stream.of(type), above.filter(Objects::nonNull).flatMap(ReflectiveGetter::ancestry));
    }
}

package com.authgear.headers.servlet.peer;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A public method without parameters of a container's public type, known by name only: no compile dependency. */
public final class ReflectiveGetter {
    /** Not a new one a call. */
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

    /** The result of the method, or null if the target is null, of no such type, or hides it. */
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

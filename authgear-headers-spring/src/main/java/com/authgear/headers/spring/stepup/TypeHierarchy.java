package com.authgear.headers.spring.stepup;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.BridgeMethodResolver;
import org.springframework.core.ResolvableType;
import org.springframework.util.ReflectionUtils;

/** All types of an object of one class, without {@link Object} and the classes of proxies. */
record TypeHierarchy(Class<?> type, Set<Class<?>> types) {
    private static final String PROXY_BY_CLASS = "$$SpringCGLIB$$";

    static TypeHierarchy of(Class<?> type) {
        Set<Class<?>> types = new LinkedHashSet<>();
        collect(type, types);
        types.removeIf(each -> Proxy.isProxyClass(each) || each.getName().contains(PROXY_BY_CLASS));
        return new TypeHierarchy(type, types);
    }

    /** Each method that the source code of one of the types declares, private and overridden ones included. */
    Stream<Method> methods() {
        return types.stream().flatMap(TypeHierarchy::declared);
    }

    /**
     * Whether a call of one method may arrive at the other: in this class both have the same name and parameter types,
     * after type variables of a generic supertype were resolved.
     */
    boolean same(Method one, Method other) {
        return one.getName().equals(other.getName())
                && one.getParameterCount() == other.getParameterCount()
                && (Arrays.equals(one.getParameterTypes(), other.getParameterTypes())
                        || parameters(one).equals(parameters(other)));
    }

    /** The methods of one type, without those that the compiler adds. */
    static Stream<Method> declared(Class<?> type) {
        return Arrays.stream(ReflectionUtils.getDeclaredMethods(type))
                .filter(method -> !method.isSynthetic() && method.getDeclaringClass() == type);
    }

    private List<Class<?>> parameters(Method method) {
        Method bridged = BridgeMethodResolver.findBridgedMethod(method);
        return IntStream.range(0, bridged.getParameterCount())
                .<Class<?>>mapToObj(
                        i -> ResolvableType.forMethodParameter(bridged, i, type).toClass())
                .toList();
    }

    private static void collect(@Nullable Class<?> type, Set<Class<?>> types) {
        if (type != null && type != Object.class && types.add(type)) {
            collect(type.getSuperclass(), types);
            for (Class<?> above : type.getInterfaces()) {
                collect(above, types);
            }
        }
    }
}

package com.authgear.headers.attacksuite;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that an object reveals: the result of every getter without parameters, and of every getter by name for each name.
 */
final class Exposed {
    /** Methods that change the object or wait for the body, as {@code getTrailerFields} must. */
    private static final Set<String> LEFT_OUT = Set.of(
            "getSession",
            "getAsyncContext",
            "getInputStream",
            "getReader",
            "getParts",
            "getPart",
            "getRequestDispatcher");

    private final List<String> names;
    private final List<String> seen = new ArrayList<>();

    private Exposed(List<String> names) {
        this.names = names;
    }

    /** Calls the methods of a public type, since the object's class may not be public. */
    static <T> String by(Class<T> type, T object, List<String> names) {
        Exposed exposed = new Exposed(names);
        exposed.see("toString", object);
        Arrays.stream(type.getMethods()).filter(Exposed::isGetter).forEach(getter -> exposed.see(getter, object));
        return String.join("\n", exposed.seen);
    }

    private static boolean isGetter(Method method) {
        return method.getName().startsWith("get") && !LEFT_OUT.contains(method.getName());
    }

    private void see(Method getter, Object object) {
        if (getter.getParameterCount() == 0) {
            see(getter.getName(), result(getter, object));
        } else if (Arrays.equals(getter.getParameterTypes(), new Class<?>[] {String.class})) {
            names.forEach(name -> see(getter.getName() + " " + name, result(getter, object, name)));
            if (object instanceof HttpServletRequest request) {
                Collections.list(request.getAttributeNames())
                        .forEach(name -> see(getter.getName() + " " + name, result(getter, request, name)));
            }
        }
    }

    private static @Nullable Object result(Method getter, Object object, Object... arguments) {
        try {
            return getter.invoke(object, arguments);
        } catch (IllegalAccessException | InvocationTargetException e) {
            return e.getCause();
        }
    }

    private void see(String getter, @Nullable Object result) {
        seen.add(getter + " = " + text(result));
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Enumeration<?> some) {
            return text(Collections.list(some));
        }
        if (value instanceof Object[] some) {
            return text(Arrays.asList(some));
        }
        if (value instanceof Collection<?> some) {
            return some.stream().map(Exposed::text).toList().toString();
        }
        if (value instanceof Map<?, ?> some) {
            return text(some.entrySet());
        }
        if (value instanceof Map.Entry<?, ?> entry) {
            return entry.getKey() + "=" + text(entry.getValue());
        }
        return value instanceof Cookie cookie ? cookie.getName() + "=" + cookie.getValue() : String.valueOf(value);
    }
}

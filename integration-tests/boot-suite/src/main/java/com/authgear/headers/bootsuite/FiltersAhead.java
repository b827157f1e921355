package com.authgear.headers.bootsuite;

import jakarta.servlet.ServletContext;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.util.ReflectionUtils;

/**
 * What sees a request before Spring Security, on either container. Its classes differ between the lines of Spring Boot.
 */
final class FiltersAhead {
    private static final String ANSWERS = "springSecurityFilterChain";

    private FiltersAhead() {}

    /** Names of filters, and of the classes of valves or handlers of the context. */
    static List<String> of(ServletContext context) {
        Object resources = context.getAttribute("org.apache.catalina.resources");
        return resources == null
                ? jetty(call(call(context, "getContext"), "getServletContextHandler"))
                : tomcat(call(resources, "getContext"));
    }

    private static List<String> tomcat(Object context) {
        Object pipeline = call(context, "getPipeline");
        Object basic = call(pipeline, "getBasic");
        List<String> ahead = filters((Object[]) call(context, "findFilterMaps"));
        Arrays.stream((Object[]) call(pipeline, "getValves"))
                .filter(valve -> !valve.equals(basic))
                .forEach(valve -> ahead.add(valve.getClass().getName()));
        return ahead;
    }

    private static List<String> jetty(Object contextHandler) {
        List<String> ahead = filters((Object[]) call(call(contextHandler, "getServletHandler"), "getFilterMappings"));
        ((List<?>) call(contextHandler, "getDescendants"))
                .stream()
                        .map(handler -> handler.getClass().getName())
                        .takeWhile(name -> !name.endsWith("ServletHandler"))
                        .forEach(ahead::add);
        return ahead;
    }

    private static List<String> filters(Object[] mappings) {
        List<String> names = new ArrayList<>();
        Arrays.stream(mappings)
                .map(mapping -> (String) call(mapping, "getFilterName"))
                .takeWhile(name -> !name.equals(ANSWERS))
                .forEach(names::add);
        return names;
    }

    private static Object call(Object target, String name) {
        Method method = Objects.requireNonNull(ReflectionUtils.findMethod(target.getClass(), name), name);
        ReflectionUtils.makeAccessible(method);
        return Objects.requireNonNull(ReflectionUtils.invokeMethod(method, target), name);
    }
}

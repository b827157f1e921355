package com.authgear.headers.servlet;

import com.authgear.headers.servlet.peer.ReflectiveGetter;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks the place of the container's own filter for WebSocket upgrades. It answers such a request itself, so that the
 * filters of this library must be mapped ahead of it. On Jetty {@link JettyUpgradeOrder} moves it; Tomcat and Undertow
 * map theirs behind those of the descriptor; on other containers the order is unknown.
 */
final class UpgradeOrder {
    private static final ReflectiveGetter TOMCAT_CONTEXT =
            new ReflectiveGetter("getContext", "org.apache.catalina.WebResourceRoot");
    private static final ReflectiveGetter TOMCAT_MAPPINGS =
            new ReflectiveGetter("findFilterMaps", "org.apache.catalina.Context");
    private static final ReflectiveGetter UNDERTOW_DEPLOYMENT =
            new ReflectiveGetter("getDeployment", "io.undertow.servlet.spec.ServletContextImpl");
    private static final ReflectiveGetter UNDERTOW_INFO =
            new ReflectiveGetter("getDeploymentInfo", "io.undertow.servlet.api.Deployment");
    private static final ReflectiveGetter UNDERTOW_MAPPINGS =
            new ReflectiveGetter("getFilterMappings", "io.undertow.servlet.api.DeploymentInfo");
    private static final ReflectiveGetter FILTER_NAME = new ReflectiveGetter(
            "getFilterName",
            "org.apache.tomcat.util.descriptor.web.FilterMap",
            "io.undertow.servlet.api.FilterMappingInfo");

    private static final Set<String> UPGRADING_FILTERS = Set.of(
            "org.eclipse.jetty.ee10.websocket.servlet.WebSocketUpgradeFilter",
            "org.eclipse.jetty.ee11.websocket.servlet.WebSocketUpgradeFilter",
            "org.apache.tomcat.websocket.server.WsFilter",
            "io.undertow.websockets.jsr.JsrWebSocketFilter");

    private UpgradeOrder() {}

    /** Throws if a filter of this library is mapped behind the container's. */
    static void check(FilterConfig config) throws ServletException {
        ServletContext context = config.getServletContext();
        List<String> names = Stream.concat(tomcat(context), undertow(context))
                .map(mapping -> String.valueOf(FILTER_NAME.on(mapping)))
                .toList();
        int last = names.lastIndexOf(config.getFilterName());
        for (String ahead : names.subList(0, Math.max(last, 0))) {
            if (upgrades(context, ahead)) {
                throw new ServletException(
                        "WebSocket endpoints would answer before the filter " + config.getFilterName()
                                + ": \"" + ahead
                                + "\" is mapped ahead of it. Map it in web.xml, by its method register, or with"
                                + " isMatchAfter false");
            }
        }
    }

    /** Whether the filter of this name is one of the containers', or extends one. */
    static boolean upgrades(ServletContext context, @Nullable String filterName) {
        FilterRegistration registration = context.getFilterRegistration(filterName);
        String className = registration == null ? null : registration.getClassName();
        return className != null && (UPGRADING_FILTERS.contains(className) || extendsOne(context, className));
    }

    private static boolean extendsOne(ServletContext context, String className) {
        ClassLoader loader = context.getClassLoader();
        try {
            Class<?> type =
                    Class.forName(className, false, loader == null ? UpgradeOrder.class.getClassLoader() : loader);
            return Stream.<Class<?>>iterate(type, above -> above != null, Class::getSuperclass)
                    .anyMatch(above -> UPGRADING_FILTERS.contains(above.getName()));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static Stream<?> tomcat(ServletContext context) {
        Object resources = context.getAttribute("org.apache.catalina.resources");
        return TOMCAT_MAPPINGS.on(TOMCAT_CONTEXT.on(resources)) instanceof Object[] mappings
                ? Arrays.stream(mappings)
                : Stream.empty();
    }

    private static Stream<?> undertow(ServletContext context) {
        return UNDERTOW_MAPPINGS.on(UNDERTOW_INFO.on(UNDERTOW_DEPLOYMENT.on(context))) instanceof List<?> mappings
                ? mappings.stream()
                : Stream.empty();
    }
}

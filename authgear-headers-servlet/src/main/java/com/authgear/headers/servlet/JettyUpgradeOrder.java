package com.authgear.headers.servlet;

import com.authgear.headers.servlet.peer.ReflectiveGetter;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EventListener;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps Jetty's {@code WebSocketUpgradeFilter} behind all other filters of an application, where Tomcat and Undertow have
 * theirs. Jetty puts it in front of the filters of the descriptor: at the start, or when the first endpoint is added to
 * the running application. So the mappings are sorted at the start of our filter, and each time one is added: Jetty tells
 * its listeners before it uses a new mapping. Requests pay nothing.
 *
 * @param context the application
 * @param servletHandler what holds the mappings
 * @param filterName our filter, with which this ends
 */
record JettyUpgradeOrder(ServletContext context, Object servletHandler, String filterName)
        implements InvocationHandler {
    private static final ReflectiveGetter CORE_CONTEXT = new ReflectiveGetter(
            "getContext",
            "org.eclipse.jetty.ee10.servlet.ServletContextHandler$ServletContextApi",
            "org.eclipse.jetty.ee11.servlet.ServletContextHandler$ServletContextApi");
    private static final ReflectiveGetter CONTEXT_HANDLER = new ReflectiveGetter(
            "getServletContextHandler",
            "org.eclipse.jetty.ee10.servlet.ServletContextHandler$ServletScopedContext",
            "org.eclipse.jetty.ee11.servlet.ServletContextHandler$ServletScopedContext");
    private static final ReflectiveGetter HANDLERS =
            new ReflectiveGetter("getDescendants", "org.eclipse.jetty.server.Handler$Container");
    private static final ReflectiveGetter SERVLET_HANDLER = new ReflectiveGetter(
            "getServletHandler",
            "org.eclipse.jetty.ee10.servlet.ServletContextHandler",
            "org.eclipse.jetty.ee11.servlet.ServletContextHandler");
    private static final ReflectiveGetter MAPPINGS = new ReflectiveGetter(
            "getFilterMappings",
            "org.eclipse.jetty.ee10.servlet.ServletHandler",
            "org.eclipse.jetty.ee11.servlet.ServletHandler");
    private static final ReflectiveGetter FILTER_NAME = new ReflectiveGetter(
            "getFilterName",
            "org.eclipse.jetty.ee10.servlet.FilterMapping",
            "org.eclipse.jetty.ee11.servlet.FilterMapping");
    private static final ReflectiveGetter HOLDER_NAME = new ReflectiveGetter(
            "getName", "org.eclipse.jetty.ee10.servlet.FilterHolder", "org.eclipse.jetty.ee11.servlet.FilterHolder");

    /** They upgrade a request before it reaches any filter, if they stand inside the context. */
    private static final Set<String> UPGRADING_HANDLERS = Set.of(
            "org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler",
            "org.eclipse.jetty.websocket.core.server.WebSocketUpgradeHandler");

    /**
     * Sorts the mappings, now and from now on. Does nothing on another container.
     *
     * @throws ServletException if endpoints would answer before every filter; says which, and the remedy
     */
    static void keep(FilterConfig config) throws ServletException {
        ServletContext context = config.getServletContext();
        Object contextHandler = CONTEXT_HANDLER.on(CORE_CONTEXT.on(context));
        Object servletHandler = SERVLET_HANDLER.on(contextHandler);
        if (servletHandler == null) {
            return;
        }
        if (HANDLERS.on(contextHandler) instanceof List<?> handlers) {
            for (Object handler : handlers) {
                check(handler.getClass().getName());
            }
        }
        JettyUpgradeOrder order = new JettyUpgradeOrder(context, servletHandler, config.getFilterName());
        order.sort();
        order.call("addEventListener", EventListener.class, order.listener());
    }

    /** What Jetty's listener is told, or a method of {@link Object}. */
    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
        Object argument = arguments == null ? null : arguments[arguments.length - 1];
        return switch (method.getName()) {
            case "beanAdded" -> {
                sort();
                yield null;
            }
            case "beanRemoved" -> {
                if (filterName.equals(HOLDER_NAME.on(argument))) {
                    call("removeEventListener", EventListener.class, proxy);
                }
                yield null;
            }
            case "equals" ->
                argument != null
                        && Proxy.isProxyClass(argument.getClass())
                        && equals(Proxy.getInvocationHandler(argument));
            case "hashCode" -> hashCode();
            default -> "JettyUpgradeOrder";
        };
    }

    private Object listener() {
        try {
            ClassLoader jetty = servletHandler.getClass().getClassLoader();
            Class<?> type = Class.forName("org.eclipse.jetty.util.component.Container$Listener", false, jetty);
            return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this);
        } catch (ClassNotFoundException e) {
            throw unknown(e);
        }
    }

    private void sort() {
        if (!(MAPPINGS.on(servletHandler) instanceof Object[] mappings)) {
            throw unknown(null);
        }
        Object[] sorted = mappings.clone();
        Arrays.sort(sorted, Comparator.comparing(this::upgrades));
        if (!Arrays.equals(sorted, mappings)) {
            call("setFilterMappings", mappings.getClass(), sorted);
        }
    }

    private boolean upgrades(Object mapping) {
        return FILTER_NAME.on(mapping) instanceof String name && UpgradeOrder.upgrades(context, name);
    }

    private void call(String method, Class<?> parameter, Object argument) {
        try {
            servletHandler.getClass().getMethod(method, parameter).invoke(servletHandler, argument);
        } catch (ReflectiveOperationException e) {
            throw unknown(e);
        }
    }

    private static void check(String handler) throws ServletException {
        if (UPGRADING_HANDLERS.contains(handler)) {
            throw new ServletException("WebSocket endpoints of the " + handler + " inside this servlet context would"
                    + " answer before every filter. Register them with JettyWebSocketServletContainerInitializer");
        }
    }

    private static IllegalStateException unknown(@Nullable Throwable cause) {
        return new IllegalStateException("the order of the filters is not known on this release of Jetty", cause);
    }
}

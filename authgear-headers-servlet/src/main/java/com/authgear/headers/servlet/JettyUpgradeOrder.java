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
 * Keeps Jetty's {@code WebSocketUpgradeFilter} behind all other filters of an application, where Tomcat and Undertow
 * have theirs. Jetty maps it ahead of the filters of the descriptor, at the start or when the first endpoint is added
 * to the running application. So the mappings are sorted at the start of our filter and whenever one is added: Jetty
 * notifies its listeners before it uses a new mapping. It costs requests nothing.
 *
 * @param context the application
 * @param servletHandler holds the mappings
 * @param filterName our filter; when it is removed, the sorting ends
 */
record JettyUpgradeOrder(ServletContext context, Object servletHandler, String filterName)
        implements InvocationHandler {
    private static final ReflectiveGetter CORE_CONTEXT =
            ReflectiveGetter.ofJetty("getContext", "servlet.ServletContextHandler$ServletContextApi");
    private static final ReflectiveGetter CONTEXT_HANDLER =
            ReflectiveGetter.ofJetty("getServletContextHandler", "servlet.ServletContextHandler$ServletScopedContext");
    private static final ReflectiveGetter HANDLERS =
            new ReflectiveGetter("getDescendants", "org.eclipse.jetty.server.Handler$Container");
    private static final ReflectiveGetter SERVLET_HANDLER =
            ReflectiveGetter.ofJetty("getServletHandler", "servlet.ServletContextHandler");
    private static final ReflectiveGetter MAPPINGS =
            ReflectiveGetter.ofJetty("getFilterMappings", "servlet.ServletHandler");
    private static final ReflectiveGetter FILTER_NAME =
            ReflectiveGetter.ofJetty("getFilterName", "servlet.FilterMapping");
    private static final ReflectiveGetter HOLDER_NAME = ReflectiveGetter.ofJetty("getName", "servlet.FilterHolder");

    /** Inside the context, these upgrade a request before it reaches any filter. */
    private static final Set<String> UPGRADING_HANDLERS = Set.of(
            "org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler",
            "org.eclipse.jetty.websocket.core.server.WebSocketUpgradeHandler");

    /** Sorts the mappings now and whenever one is added. Does nothing on another container. */
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

    /** Handles the calls of Jetty's listener, and of the methods of {@link Object}. */
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

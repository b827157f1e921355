package com.authgear.headers.attacksuite.jetty.ee11;

import com.authgear.headers.attacksuite.Registering;
import com.authgear.headers.attacksuite.jetty.JettySockets;
import com.authgear.headers.attacksuite.jetty.NativeGreeting;
import com.authgear.headers.servlet.AuthgearHeadersFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.FilterMapping;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHandler;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.ee11.websocket.server.JettyServerUpgradeRequest;
import org.eclipse.jetty.ee11.websocket.server.JettyWebSocketCreator;
import org.eclipse.jetty.ee11.websocket.server.JettyWebSocketServerContainer;
import org.eclipse.jetty.ee11.websocket.server.JettyWebSocketServlet;
import org.eclipse.jetty.ee11.websocket.server.JettyWebSocketServletFactory;
import org.eclipse.jetty.ee11.websocket.server.config.JettyWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.jspecify.annotations.Nullable;

/** Jetty 12.1 with Servlet 6.1. */
public final class Ee11Sockets extends JettySockets {
    private static final JettyWebSocketCreator CREATOR = (request, response) ->
            NativeGreeting.of(request.getUserPrincipal(), JettyServerUpgradeRequest.class, request);

    @Override
    protected Application application(
            String path, AuthgearHeadersFilter filter, Registering way, @Nullable ServletContextListener standard) {
        ServletContextHandler context = new ServletContextHandler(path, true, false);
        if (way == Registering.INITIALIZER_BEFORE) {
            context.addServletContainerInitializer((classes, started) -> filter.register(started));
        }
        JettyWebSocketServletContainerInitializer.configure(context, null);
        if (standard != null) {
            addEndpoints(context, standard);
        }
        if (way == Registering.INITIALIZER_AFTER || way == Registering.MATCH_AFTER) {
            context.addServletContainerInitializer((classes, started) -> way.register(filter, started));
        }
        if (way == Registering.LISTENER) {
            context.addEventListener(new RegisteringListener(filter));
        }
        if (way == Registering.DESCRIPTOR) {
            context.addFilter(new FilterHolder(filter), "/*", EnumSet.allOf(DispatcherType.class));
        }
        return new Context(context);
    }

    private static void addEndpoints(ServletContextHandler context, ServletContextListener standard) {
        JettyWebSocketServletContainerInitializer.configure(
                context, (started, container) -> container.addMapping(NATIVE, CREATOR));
        JakartaWebSocketServletContainerInitializer.configure(context, null);
        context.addEventListener(standard);
        context.addServlet(new NativeServlet(), SERVLET);
    }

    private record RegisteringListener(AuthgearHeadersFilter filter) implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            filter.register(event.getServletContext());
        }
    }

    private record Context(ServletContextHandler context) implements Application {
        @Override
        public ContextHandler handler() {
            return context;
        }

        @Override
        public void addNative(String path) {
            JettyWebSocketServerContainer.getContainer(context.getServletContext())
                    .addMapping(path, CREATOR);
        }

        @Override
        public List<String> filtersAhead() {
            ServletHandler handler = context.getServletHandler();
            return Arrays.stream(handler.getFilterMappings())
                    .map(FilterMapping::getFilterName)
                    .map(name -> handler.getFilter(name).getClassName())
                    .takeWhile(name -> !name.equals(AuthgearHeadersFilter.class.getName()))
                    .toList();
        }
    }

    private static final class NativeServlet extends JettyWebSocketServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void configure(JettyWebSocketServletFactory factory) {
            factory.setCreator(CREATOR);
        }
    }
}

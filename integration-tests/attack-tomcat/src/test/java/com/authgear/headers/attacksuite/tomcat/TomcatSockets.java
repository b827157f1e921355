package com.authgear.headers.attacksuite.tomcat;

import com.authgear.headers.attacksuite.Registering;
import com.authgear.headers.attacksuite.RunningContainer;
import com.authgear.headers.attacksuite.SocketContainer;
import com.authgear.headers.servlet.AuthgearHeadersFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.Valve;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.apache.tomcat.websocket.server.WsSci;

/** The Tomcat release on the class path. */
public final class TomcatSockets implements SocketContainer {
    @Override
    public Running start(AuthgearHeadersFilter filter, Registering way, ServletContextListener endpoints)
            throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Path.of("target", "tomcat").toAbsolutePath().toString());
        tomcat.setConnector(TomcatConnectors.connector(Set.of()));
        StandardContext context = (StandardContext) tomcat.addContext("", null);
        register(context, filter, way);
        describe(
                context,
                way == Registering.LISTENER ? List.of(new RegisteringListener(filter), endpoints) : List.of(endpoints));
        return new RunningTomcat(TomcatContainer.running(tomcat, context), context);
    }

    private static void register(StandardContext context, AuthgearHeadersFilter filter, Registering way) {
        if (way == Registering.INITIALIZER_BEFORE) {
            context.addServletContainerInitializer((classes, started) -> filter.register(started), null);
        }
        context.addServletContainerInitializer(new WsSci(), null);
        if (way == Registering.INITIALIZER_AFTER || way == Registering.MATCH_AFTER) {
            context.addServletContainerInitializer((classes, started) -> way.register(filter, started), null);
        }
        if (way == Registering.DESCRIPTOR) {
            describe(context, filter);
        }
    }

    private static void describe(Context context, AuthgearHeadersFilter filter) {
        FilterDef definition = new FilterDef();
        definition.setFilterName("authgear");
        definition.setFilterClass(AuthgearHeadersFilter.class.getName());
        definition.setFilter(filter);
        definition.setAsyncSupported("true");
        context.addFilterDef(definition);
        FilterMap mapping = new FilterMap();
        mapping.setFilterName("authgear");
        mapping.addURLPattern("/*");
        for (DispatcherType type : DispatcherType.values()) {
            mapping.setDispatcher(type.name());
        }
        context.addFilterMap(mapping);
    }

    private static void describe(StandardContext context, List<ServletContextListener> listeners) {
        context.getServletContext().setAttribute(DescribedListener.class.getName(), listeners);
        context.addApplicationListener(DescribedListener.class.getName());
    }

    /**
     * Calls the listeners kept as an attribute. Tomcat instantiates this one, as from a descriptor, since no other
     * listener may add filters.
     */
    public static final class DescribedListener implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            List<?> listeners = (List<?>) event.getServletContext().getAttribute(DescribedListener.class.getName());
            listeners.forEach(listener -> ((ServletContextListener) listener).contextInitialized(event));
        }
    }

    private record RegisteringListener(AuthgearHeadersFilter filter) implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            filter.register(event.getServletContext());
        }
    }

    private record RunningTomcat(RunningContainer running, Context context) implements Running {
        /** The basic valve is the one that calls the filters. */
        @Override
        public List<String> ahead() {
            Valve basic = context.getPipeline().getBasic();
            Stream<String> valves = Arrays.stream(context.getPipeline().getValves())
                    .filter(valve -> !valve.equals(basic))
                    .map(valve -> valve.getClass().getName());
            Stream<String> filters = Arrays.stream(context.findFilterMaps())
                    .map(mapping ->
                            context.findFilterDef(mapping.getFilterName()).getFilterClass())
                    .takeWhile(name -> !name.equals(AuthgearHeadersFilter.class.getName()));
            return Stream.concat(valves, filters).toList();
        }

        @Override
        public SocketAddress address() {
            return running.address();
        }

        @Override
        public void close() {
            running.close();
        }
    }
}

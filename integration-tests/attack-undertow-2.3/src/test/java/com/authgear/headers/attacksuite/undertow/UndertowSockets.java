package com.authgear.headers.attacksuite.undertow;

import static java.util.Objects.requireNonNull;

import com.authgear.headers.attacksuite.Registering;
import com.authgear.headers.attacksuite.RunningContainer;
import com.authgear.headers.attacksuite.SocketContainer;
import com.authgear.headers.servlet.AuthgearHeadersFilter;
import io.undertow.Undertow;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.FilterInfo;
import io.undertow.servlet.api.ListenerInfo;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import io.undertow.websockets.jsr.WebSocketDeploymentInfo;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.net.SocketAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.xnio.OptionMap;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/** Undertow, whose support for WebSocket starts before every initializer and listener of an application. */
public final class UndertowSockets implements SocketContainer {
    @Override
    public boolean addsLate() {
        return false;
    }

    @Override
    public Running start(AuthgearHeadersFilter filter, Registering way, ServletContextListener endpoints)
            throws Exception {
        XnioWorker worker = Xnio.getInstance().createWorker(OptionMap.EMPTY);
        DeploymentInfo info = Servlets.deployment()
                .setClassLoader(UndertowSockets.class.getClassLoader())
                .setDeploymentName("sockets")
                .setContextPath("/")
                .addServletContextAttribute(
                        WebSocketDeploymentInfo.ATTRIBUTE_NAME,
                        new WebSocketDeploymentInfo()
                                .setWorker(worker)
                                .setBuffers(new DefaultByteBufferPool(false, 1024)))
                .addListener(listener(endpoints));
        register(info, filter, way);
        DeploymentManager deployment = Servlets.newContainer().addDeployment(info);
        deployment.deploy();
        Undertow server = UndertowServers.server(deployment.start(), Set.of());
        server.start();
        return new RunningUndertow(
                RunningContainer.of(server.getListenerInfo().get(0).getAddress(), () -> {
                    server.stop();
                    worker.shutdownNow();
                }),
                deployment.getDeployment().getDeploymentInfo());
    }

    private static void register(DeploymentInfo info, AuthgearHeadersFilter filter, Registering way) {
        switch (way) {
            case INITIALIZER_BEFORE, INITIALIZER_AFTER, MATCH_AFTER -> {
                ServletContainerInitializer initializer = (classes, context) -> way.register(filter, context);
                info.addServletContainerInitializer(new ServletContainerInitializerInfo(
                        initializer.getClass(), new ImmediateInstanceFactory<>(initializer), Set.of()));
            }
            case LISTENER -> info.addListener(listener(new RegisteringListener(filter)));
            case DESCRIPTOR -> {
                info.addFilter(
                        new FilterInfo("authgear", AuthgearHeadersFilter.class, new ImmediateInstanceFactory<>(filter))
                                .setAsyncSupported(true));
                for (DispatcherType type : DispatcherType.values()) {
                    info.addFilterUrlMapping("authgear", "/*", type);
                }
            }
        }
    }

    private static ListenerInfo listener(ServletContextListener listener) {
        return new ListenerInfo(listener.getClass(), new ImmediateInstanceFactory<>(listener));
    }

    private record RegisteringListener(AuthgearHeadersFilter filter) implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            filter.register(event.getServletContext());
        }
    }

    private record RunningUndertow(RunningContainer running, DeploymentInfo info) implements Running {
        @Override
        public List<String> ahead() {
            Stream<String> handlers = Stream.of(
                            info.getInitialHandlerChainWrappers(),
                            info.getOuterHandlerChainWrappers(),
                            info.getInnerHandlerChainWrappers(),
                            info.getSecurityWrappers())
                    .flatMap(List::stream)
                    .map(wrapper -> wrapper.getClass().getName());
            Stream<String> filters = info.getFilterMappings().stream()
                    .map(mapping -> requireNonNull(info.getFilters().get(mapping.getFilterName()))
                            .getFilterClass()
                            .getName())
                    .takeWhile(name -> !name.equals(AuthgearHeadersFilter.class.getName()));
            return Stream.concat(handlers, filters).toList();
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

package com.authgear.headers.attacksuite.undertow;

import com.authgear.headers.attacksuite.ContainerOption;
import com.authgear.headers.attacksuite.RunningContainer;
import com.authgear.headers.attacksuite.ServletContainer;
import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/** Undertow. */
public final class UndertowContainer implements ServletContainer {
    @Override
    public Set<ContainerOption> options() {
        return EnumSet.of(ContainerOption.ONE_THREAD);
    }

    @Override
    public RunningContainer start(Consumer<ServletContext> application, Set<ContainerOption> options)
            throws ServletException {
        DeploymentManager deployment = Servlets.newContainer().addDeployment(deployment(application));
        deployment.deploy();
        Undertow.Builder builder =
                Undertow.builder().addHttpListener(0, "127.0.0.1").setHandler(deployment.start());
        if (options.contains(ContainerOption.ONE_THREAD)) {
            builder.setIoThreads(1).setWorkerThreads(1);
        }
        Undertow server = builder.build();
        server.start();
        return RunningContainer.of(port(server), server::stop);
    }

    private static DeploymentInfo deployment(Consumer<ServletContext> application) {
        ServletContainerInitializer initializer = (classes, context) -> application.accept(context);
        return Servlets.deployment()
                .setClassLoader(UndertowContainer.class.getClassLoader())
                .setDeploymentName("suite")
                .setContextPath("/")
                .addErrorPage(Servlets.errorPage(ERROR_PAGE, 403))
                .addServletContainerInitializer(new ServletContainerInitializerInfo(
                        initializer.getClass(), new ImmediateInstanceFactory<>(initializer), Set.of()));
    }

    private static int port(Undertow server) {
        return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    }
}

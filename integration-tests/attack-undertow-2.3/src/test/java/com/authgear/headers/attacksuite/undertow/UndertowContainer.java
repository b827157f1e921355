package com.authgear.headers.attacksuite.undertow;

import com.authgear.headers.attacksuite.ContainerOption;
import com.authgear.headers.attacksuite.RunningContainer;
import com.authgear.headers.attacksuite.ServletContainer;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/** Undertow. */
public final class UndertowContainer implements ServletContainer {
    @Override
    public Set<ContainerOption> options() {
        return EnumSet.of(
                ContainerOption.ONE_THREAD,
                ContainerOption.FEW_THREADS,
                ContainerOption.PROXY_PEER_ADDRESS_HANDLER,
                ContainerOption.FORWARDED_HANDLER,
                ContainerOption.PROXY_PROTOCOL,
                ContainerOption.AJP,
                ContainerOption.HTTP_2,
                ContainerOption.TLS,
                ContainerOption.IPV6,
                ContainerOption.CONTEXT,
                ContainerOption.ANY_TARGET);
    }

    @Override
    public Set<ContainerOption> hidingThePeer() {
        return EnumSet.of(ContainerOption.PROXY_PROTOCOL, ContainerOption.HTTP_2, ContainerOption.TLS);
    }

    @Override
    public RunningContainer start(Consumer<ServletContext> application, Set<ContainerOption> options)
            throws ServletException, IOException, GeneralSecurityException {
        DeploymentManager deployment = Servlets.newContainer().addDeployment(deployment(application, options));
        deployment.deploy();
        String contextPath = ServletContainer.contextPath(options);
        Undertow server = UndertowServers.server(
                contextPath.isEmpty()
                        ? deployment.start()
                        : Handlers.path().addPrefixPath(contextPath, deployment.start()),
                options);
        server.start();
        return RunningContainer.of(server.getListenerInfo().get(0).getAddress(), server::stop);
    }

    private static DeploymentInfo deployment(Consumer<ServletContext> application, Set<ContainerOption> options) {
        ServletContainerInitializer initializer = (classes, context) -> application.accept(context);
        return Servlets.deployment()
                .setClassLoader(UndertowContainer.class.getClassLoader())
                .setDeploymentName("suite")
                .setContextPath(ServletContainer.contextPath(options))
                // As on the other containers, filters start before the first request.
                .setEagerFilterInit(true)
                .addErrorPage(Servlets.errorPage(ERROR_PAGE, 403))
                .addServletContainerInitializer(new ServletContainerInitializerInfo(
                        initializer.getClass(), new ImmediateInstanceFactory<>(initializer), Set.of()));
    }
}

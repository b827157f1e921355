package com.authgear.headers.attacksuite.tomcat;

import com.authgear.headers.attacksuite.ContainerOption;
import com.authgear.headers.attacksuite.RunningContainer;
import com.authgear.headers.attacksuite.ServletContainer;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;

/** The Tomcat release on the class path. */
public final class TomcatContainer implements ServletContainer {
    private static final int FORBIDDEN = 403;

    @Override
    public Set<ContainerOption> options() {
        return EnumSet.of(
                ContainerOption.ONE_THREAD,
                ContainerOption.FEW_THREADS,
                ContainerOption.REMOTE_IP_VALVE,
                ContainerOption.REMOTE_IP_VALVE_OF_PROXY,
                ContainerOption.REMOTE_IP_FILTER,
                ContainerOption.AJP,
                ContainerOption.HTTP_2,
                ContainerOption.TLS,
                ContainerOption.UNIX_SOCKET,
                ContainerOption.IPV6,
                ContainerOption.CONTEXT,
                ContainerOption.ANY_TARGET,
                ContainerOption.MANAGED_BEANS);
    }

    @Override
    public Set<ContainerOption> hidingThePeer() {
        return EnumSet.of(
                ContainerOption.REMOTE_IP_VALVE,
                ContainerOption.REMOTE_IP_VALVE_OF_PROXY,
                ContainerOption.REMOTE_IP_FILTER,
                ContainerOption.AJP,
                ContainerOption.UNIX_SOCKET);
    }

    @Override
    public RunningContainer start(Consumer<ServletContext> application, Set<ContainerOption> options)
            throws LifecycleException, IOException {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Path.of("target", "tomcat").toAbsolutePath().toString());
        tomcat.setConnector(TomcatConnectors.connector(options));
        Context context = tomcat.addContext(ServletContainer.contextPath(options), null);
        if (options.contains(ContainerOption.ANY_TARGET)) {
            context.setAllowMultipleLeadingForwardSlashInPath(true);
            context.setMapperContextRootRedirectEnabled(false);
        }
        RemoteIp.install(context, options);
        context.addServletContainerInitializer((classes, started) -> application.accept(started), null);
        context.addErrorPage(errorPage());
        return running(tomcat, context);
    }

    private static ErrorPage errorPage() {
        ErrorPage page = new ErrorPage();
        page.setErrorCode(FORBIDDEN);
        page.setLocation(ERROR_PAGE);
        return page;
    }

    static RunningContainer running(Tomcat tomcat, Context context) throws LifecycleException {
        tomcat.start();
        RunningContainer running =
                RunningContainer.of(TomcatConnectors.address(tomcat.getConnector()), () -> stop(tomcat));
        if (!context.getState().isAvailable()) {
            running.close();
            throw new LifecycleException("the application did not start");
        }
        return running;
    }

    private static void stop(Tomcat tomcat) {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }
}

package com.authgear.headers.attacksuite.tomcat;

import com.authgear.headers.attacksuite.ContainerOption;
import com.authgear.headers.attacksuite.RunningContainer;
import com.authgear.headers.attacksuite.ServletContainer;
import jakarta.servlet.ServletContext;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;

/** Tomcat, whichever release is on the class path. */
public final class TomcatContainer implements ServletContainer {
    private static final int FORBIDDEN = 403;

    @Override
    public Set<ContainerOption> options() {
        return EnumSet.of(ContainerOption.ONE_THREAD);
    }

    @Override
    public RunningContainer start(Consumer<ServletContext> application, Set<ContainerOption> options)
            throws LifecycleException {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Path.of("target", "tomcat").toAbsolutePath().toString());
        tomcat.setConnector(connector(options));
        Context context = tomcat.addContext("", null);
        context.addServletContainerInitializer((classes, started) -> application.accept(started), null);
        context.addErrorPage(errorPage());
        return running(tomcat, context);
    }

    private static Connector connector(Set<ContainerOption> options) {
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("allowedTrailerHeaders", "x-authgear-tomorrow,x-proxy-secret,x-digest");
        if (options.contains(ContainerOption.ONE_THREAD)) {
            connector.setProperty("maxThreads", "1");
            connector.setProperty("minSpareThreads", "1");
        }
        return connector;
    }

    private static ErrorPage errorPage() {
        ErrorPage page = new ErrorPage();
        page.setErrorCode(FORBIDDEN);
        page.setLocation(ERROR_PAGE);
        return page;
    }

    private static RunningContainer running(Tomcat tomcat, Context context) throws LifecycleException {
        tomcat.start();
        RunningContainer running = RunningContainer.of(tomcat.getConnector().getLocalPort(), () -> stop(tomcat));
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

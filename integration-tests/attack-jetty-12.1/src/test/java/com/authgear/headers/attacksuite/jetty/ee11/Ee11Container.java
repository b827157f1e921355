package com.authgear.headers.attacksuite.jetty.ee11;

import com.authgear.headers.attacksuite.ContainerOption;
import com.authgear.headers.attacksuite.ServletContainer;
import com.authgear.headers.attacksuite.jetty.JettyContainer;
import jakarta.servlet.ServletContext;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jetty.ee11.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Handler;

/** Jetty 12.1 with Servlet 6.1. */
public final class Ee11Container extends JettyContainer {
    @Override
    protected Handler context(Consumer<ServletContext> application, Set<ContainerOption> options) {
        ErrorPageErrorHandler pages = new ErrorPageErrorHandler();
        pages.addErrorPage(403, ERROR_PAGE);
        ServletContextHandler context = new ServletContextHandler(ServletContainer.contextPath(options), true, false);
        context.setErrorHandler(pages);
        if (options.contains(ContainerOption.ANY_TARGET)) {
            context.getServletHandler().setDecodeAmbiguousURIs(true);
            context.setAllowNullPathInContext(true);
        }
        context.addServletContainerInitializer((classes, started) -> application.accept(started));
        return context;
    }
}

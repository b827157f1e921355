package com.authgear.headers.attacksuite;

import jakarta.servlet.ServletContext;
import java.util.Set;
import java.util.function.Consumer;

/** One servlet container, started by its module and found by {@link java.util.ServiceLoader}. */
public interface ServletContainer {
    /** The page that is shown for an error of status 403. */
    String ERROR_PAGE = "/error-page";

    /** Where {@link ContainerOption#CONTEXT} deploys. */
    String CONTEXT_PATH = "/ctx";

    /** What it can be started with. A test that asks for more is skipped and says so. */
    Set<ContainerOption> options();

    /** The path of the context that the options ask for. */
    static String contextPath(Set<ContainerOption> options) {
        return options.contains(ContainerOption.CONTEXT) ? CONTEXT_PATH : "";
    }

    /** The options that hide the proxy's address, so that trust by address refuses every request. */
    Set<ContainerOption> hidingThePeer();

    /**
     * Starts it on a free port of 127.0.0.1, unless an option asks for another address.
     *
     * @param application registers the filters and servlets; their failure is the start's
     * @param options some of {@link #options}
     */
    RunningContainer start(Consumer<ServletContext> application, Set<ContainerOption> options) throws Exception;
}

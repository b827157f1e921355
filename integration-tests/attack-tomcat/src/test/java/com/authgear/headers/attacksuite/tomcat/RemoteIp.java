package com.authgear.headers.attacksuite.tomcat;

import static com.authgear.headers.attacksuite.ContainerOption.REMOTE_IP_FILTER;
import static com.authgear.headers.attacksuite.ContainerOption.REMOTE_IP_VALVE;
import static com.authgear.headers.attacksuite.ContainerOption.REMOTE_IP_VALVE_OF_PROXY;

import com.authgear.headers.attacksuite.ContainerOption;
import com.authgear.headers.attacksuite.Honest;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.catalina.Context;
import org.apache.catalina.filters.RemoteIpFilter;
import org.apache.catalina.valves.RemoteIpValve;

/** Tomcat's ways to take the client's address from a header. */
final class RemoteIp {
    private RemoteIp() {}

    static void install(Context context, Set<ContainerOption> options) {
        if (options.contains(REMOTE_IP_VALVE)) {
            context.getPipeline().addValve(new RemoteIpValve());
        }
        if (options.contains(REMOTE_IP_VALVE_OF_PROXY)) {
            RemoteIpValve valve = new RemoteIpValve();
            valve.setInternalProxies(Pattern.quote(Honest.PROXY_ADDRESS));
            context.getPipeline().addValve(valve);
        }
        if (options.contains(REMOTE_IP_FILTER)) {
            context.addServletContainerInitializer(
                    (classes, started) -> started.addFilter("remote-ip", new RemoteIpFilter())
                            .addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*"),
                    null);
        }
    }
}

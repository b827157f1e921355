package com.authgear.headers.attacksuite.undertow;

import static com.authgear.headers.attacksuite.ContainerOption.AJP;
import static com.authgear.headers.attacksuite.ContainerOption.ANY_TARGET;
import static com.authgear.headers.attacksuite.ContainerOption.FEW_THREADS;
import static com.authgear.headers.attacksuite.ContainerOption.FORWARDED_HANDLER;
import static com.authgear.headers.attacksuite.ContainerOption.HTTP_2;
import static com.authgear.headers.attacksuite.ContainerOption.IPV6;
import static com.authgear.headers.attacksuite.ContainerOption.ONE_THREAD;
import static com.authgear.headers.attacksuite.ContainerOption.PROXY_PEER_ADDRESS_HANDLER;
import static com.authgear.headers.attacksuite.ContainerOption.PROXY_PROTOCOL;
import static com.authgear.headers.attacksuite.ContainerOption.TLS;

import com.authgear.headers.attacksuite.ContainerOption;
import com.authgear.headers.attacksuite.TestKey;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.ForwardedHandler;
import io.undertow.server.handlers.ProxyPeerAddressHandler;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Set;

/** The server that the options ask for. */
final class UndertowServers {
    private static final int SHUTDOWN_MILLIS = 10_000;

    private UndertowServers() {}

    static Undertow server(HttpHandler application, Set<ContainerOption> options)
            throws IOException, GeneralSecurityException {
        Undertow.Builder server = Undertow.builder()
                .addListener(listener(options))
                // By default a stop waits without limit for connections that are still open.
                .setServerOption(UndertowOptions.SHUTDOWN_TIMEOUT, SHUTDOWN_MILLIS)
                .setServerOption(UndertowOptions.ENABLE_HTTP2, options.contains(HTTP_2))
                .setServerOption(UndertowOptions.DECODE_SLASH, options.contains(ANY_TARGET))
                .setServerOption(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, options.contains(ANY_TARGET))
                .setHandler(handler(application, options));
        if (options.contains(ONE_THREAD)) {
            server.setIoThreads(1).setWorkerThreads(1);
        }
        if (options.contains(FEW_THREADS)) {
            server.setIoThreads(2).setWorkerThreads(8);
        }
        return server.build();
    }

    private static Undertow.ListenerBuilder listener(Set<ContainerOption> options)
            throws IOException, GeneralSecurityException {
        Undertow.ListenerBuilder listener = new Undertow.ListenerBuilder()
                .setType(type(options))
                .setPort(0)
                .setHost(options.contains(IPV6) ? "::1" : "127.0.0.1")
                .setUseProxyProtocol(options.contains(PROXY_PROTOCOL));
        return options.contains(TLS) ? listener.setSslContext(TestKey.context()) : listener;
    }

    private static Undertow.ListenerType type(Set<ContainerOption> options) {
        if (options.contains(AJP)) {
            return Undertow.ListenerType.AJP;
        }
        return options.contains(TLS) ? Undertow.ListenerType.HTTPS : Undertow.ListenerType.HTTP;
    }

    private static HttpHandler handler(HttpHandler application, Set<ContainerOption> options) {
        HttpHandler handler = application;
        if (options.contains(PROXY_PEER_ADDRESS_HANDLER)) {
            handler = new ProxyPeerAddressHandler(handler);
        }
        return options.contains(FORWARDED_HANDLER) ? new ForwardedHandler(handler) : handler;
    }
}

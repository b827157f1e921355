package com.authgear.headers.attacksuite.jetty;

import static com.authgear.headers.attacksuite.ContainerOption.ANY_TARGET;
import static com.authgear.headers.attacksuite.ContainerOption.FORWARDED_REQUEST_CUSTOMIZER;
import static com.authgear.headers.attacksuite.ContainerOption.HTTP_2;
import static com.authgear.headers.attacksuite.ContainerOption.IPV6;
import static com.authgear.headers.attacksuite.ContainerOption.PROXY_PROTOCOL;
import static com.authgear.headers.attacksuite.ContainerOption.TLS;
import static com.authgear.headers.attacksuite.ContainerOption.UNIX_SOCKET;

import com.authgear.headers.attacksuite.ContainerOption;
import com.authgear.headers.attacksuite.TestKey;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ProxyConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.unixdomain.server.UnixDomainServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The connector that the options ask for. */
final class JettyConnectors {
    private JettyConnectors() {}

    static Connector connector(Server server, Set<ContainerOption> options)
            throws IOException, GeneralSecurityException {
        ConnectionFactory[] factories = factories(options).toArray(ConnectionFactory[]::new);
        if (options.contains(UNIX_SOCKET)) {
            UnixDomainServerConnector connector = new UnixDomainServerConnector(server, 1, 1, factories);
            connector.setUnixDomainPath(Files.createTempDirectory("authgear").resolve("jetty"));
            return connector;
        }
        ServerConnector connector = new ServerConnector(server, 1, 1, factories);
        connector.setHost(options.contains(IPV6) ? "::1" : "127.0.0.1");
        return connector;
    }

    static SocketAddress address(Connector connector) {
        return connector instanceof ServerConnector inet
                ? new InetSocketAddress(inet.getHost(), inet.getLocalPort())
                : UnixDomainSocketAddress.of(((UnixDomainServerConnector) connector).getUnixDomainPath());
    }

    private static List<ConnectionFactory> factories(Set<ContainerOption> options)
            throws IOException, GeneralSecurityException {
        HttpConfiguration http = new HttpConfiguration();
        if (options.contains(FORWARDED_REQUEST_CUSTOMIZER)) {
            http.addCustomizer(new ForwardedRequestCustomizer());
        }
        if (options.contains(ANY_TARGET)) {
            http.setUriCompliance(UriCompliance.UNSAFE);
        }
        List<ConnectionFactory> factories = new ArrayList<>();
        if (options.contains(PROXY_PROTOCOL)) {
            factories.add(new ProxyConnectionFactory());
        }
        if (options.contains(TLS)) {
            factories.add(tls());
        }
        factories.add(new HttpConnectionFactory(http));
        if (options.contains(HTTP_2)) {
            factories.add(new HTTP2CServerConnectionFactory(http));
        }
        return factories;
    }

    private static ConnectionFactory tls() throws IOException, GeneralSecurityException {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setSslContext(TestKey.context());
        return new SslConnectionFactory(tls, "http/1.1");
    }
}

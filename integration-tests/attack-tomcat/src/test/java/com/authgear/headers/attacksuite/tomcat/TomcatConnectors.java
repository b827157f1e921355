package com.authgear.headers.attacksuite.tomcat;

import static com.authgear.headers.attacksuite.ContainerOption.AJP;
import static com.authgear.headers.attacksuite.ContainerOption.ANY_TARGET;
import static com.authgear.headers.attacksuite.ContainerOption.FEW_THREADS;
import static com.authgear.headers.attacksuite.ContainerOption.HTTP_2;
import static com.authgear.headers.attacksuite.ContainerOption.IPV6;
import static com.authgear.headers.attacksuite.ContainerOption.ONE_THREAD;
import static com.authgear.headers.attacksuite.ContainerOption.TLS;
import static com.authgear.headers.attacksuite.ContainerOption.UNIX_SOCKET;

import com.authgear.headers.attacksuite.ContainerOption;
import com.authgear.headers.attacksuite.TestKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.util.Set;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;

/** The connector that the options ask for. */
final class TomcatConnectors {
    private static final String UNIX_PATH = "unixDomainSocketPath";

    private TomcatConnectors() {}

    static Connector connector(Set<ContainerOption> options) throws IOException {
        Connector connector = new Connector(options.contains(AJP) ? "AJP/1.3" : "HTTP/1.1");
        connector.setPort(0);
        connector.setProperty("address", options.contains(IPV6) ? "::1" : "127.0.0.1");
        connector.setProperty("allowedTrailerHeaders", "x-authgear-tomorrow,x-proxy-secret,x-digest");
        if (options.contains(AJP)) {
            connector.setProperty("secretRequired", "false");
        }
        if (options.contains(ONE_THREAD)) {
            connector.setProperty("maxThreads", "1");
            connector.setProperty("minSpareThreads", "1");
        }
        if (options.contains(ANY_TARGET)) {
            acceptAnyTarget(connector);
        }
        if (options.contains(FEW_THREADS)) {
            connector.setProperty("maxThreads", "8");
        }
        if (options.contains(HTTP_2)) {
            connector.addUpgradeProtocol(new Http2Protocol());
        }
        if (options.contains(TLS)) {
            useTls(connector);
        }
        if (options.contains(UNIX_SOCKET)) {
            connector.setProperty(
                    UNIX_PATH,
                    Files.createTempDirectory("authgear").resolve("tomcat").toString());
        }
        return connector;
    }

    static SocketAddress address(Connector connector) {
        return connector.getProperty(UNIX_PATH) instanceof String path
                ? UnixDomainSocketAddress.of(path)
                : new InetSocketAddress((InetAddress) connector.getProperty("address"), connector.getLocalPort());
    }

    private static void acceptAnyTarget(Connector connector) {
        connector.setAllowBackslash(true);
        connector.setEncodedSolidusHandling("passthrough");
        connector.setEncodedReverseSolidusHandling("passthrough");
        connector.setProperty("relaxedPathChars", "\"<>[\\]^`{|}");
        connector.setProperty("relaxedQueryChars", "\"<>[\\]^`{|}");
    }

    private static void useTls(Connector connector) {
        SSLHostConfig host = new SSLHostConfig();
        SSLHostConfigCertificate certificate =
                new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateKeystoreFile(TestKey.file().toString());
        certificate.setCertificateKeystorePassword(TestKey.PASSWORD);
        host.addCertificate(certificate);
        connector.setProperty("SSLEnabled", "true");
        connector.addSslHostConfig(host);
    }
}

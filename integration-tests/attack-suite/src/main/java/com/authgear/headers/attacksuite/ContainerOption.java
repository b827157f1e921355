package com.authgear.headers.attacksuite;

/** Options with which a container can be started. */
public enum ContainerOption {
    /** One thread serves all requests. */
    ONE_THREAD(""),
    /** About eight threads serve all requests. */
    FEW_THREADS(""),
    /** All managed beans that the container can publish are published. */
    MANAGED_BEANS(""),
    /** Tomcat's valve, which takes the client's address from {@code X-Forwarded-For}, of all private peers. */
    REMOTE_IP_VALVE("`RemoteIpValve`"),
    /** The same, of the proxy alone. */
    REMOTE_IP_VALVE_OF_PROXY("`RemoteIpValve` for the proxy alone"),
    /** Tomcat's filter, which does the same, in front of the library's. */
    REMOTE_IP_FILTER("`RemoteIpFilter`"),
    /** Jetty's customizer, which does the same. */
    FORWARDED_REQUEST_CUSTOMIZER("`ForwardedRequestCustomizer`"),
    /** Undertow's handler, which does the same. */
    PROXY_PEER_ADDRESS_HANDLER("`ProxyPeerAddressHandler`"),
    /** Undertow's handler, which does the same from {@code Forwarded}. */
    FORWARDED_HANDLER("`ForwardedHandler`"),
    /** Every connection begins with a line or block that names a client. */
    PROXY_PROTOCOL("PROXY protocol"),
    /** AJP instead of HTTP: every request names a client. */
    AJP("AJP"),
    /** HTTP/2 without TLS, beside HTTP/1.1: at once, and by an upgrade. */
    HTTP_2("HTTP/2 without TLS"),
    /** TLS with the key of {@link TestKey}. */
    TLS("TLS"),
    /** A UNIX domain socket, where peers have no address. */
    UNIX_SOCKET("UNIX domain socket"),
    /** Listens at ::1. */
    IPV6("IPv6"),
    /** Deployed at {@link ServletContainer#CONTEXT_PATH} instead of the root. */
    CONTEXT(""),
    /** The container accepts every request target that it can be configured to accept. */
    ANY_TARGET("");

    private final String title;

    ContainerOption(String title) {
        this.title = title;
    }

    /** Its name in {@code docs/attacks.md} if it affects the peer's address, else empty. */
    String title() {
        return title;
    }
}

package com.authgear.headers.attacksuite;

/** What a container may be asked for beyond a plain start. */
public enum ContainerOption {
    /** One thread serves all requests. */
    ONE_THREAD(""),
    /** Eight threads or so. */
    FEW_THREADS(""),
    /** Whatever the container can publish as managed beans is published. */
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
    /** Every connection begins with a line or block that claims to name the client. */
    PROXY_PROTOCOL("PROXY protocol"),
    /** AJP instead of HTTP: every request claims to name the client. */
    AJP("AJP"),
    /** HTTP/2 without TLS, beside HTTP/1.1: at once, and by an upgrade. */
    HTTP_2("HTTP/2 without TLS"),
    /** TLS with the key of {@link TestKey}. */
    TLS("TLS"),
    /** A UNIX domain socket, where peers have no address. */
    UNIX_SOCKET("UNIX domain socket"),
    /** At ::1. */
    IPV6("IPv6"),
    /** Deployed at {@link ServletContainer#CONTEXT_PATH} instead of the root. */
    CONTEXT(""),
    /** Whatever the container can be told to accept in a request target is accepted. */
    ANY_TARGET("");

    private final String title;

    ContainerOption(String title) {
        this.title = title;
    }

    /** How {@code docs/attacks.md} calls it, if it has to do with the peer's address; else empty. */
    String title() {
        return title;
    }
}

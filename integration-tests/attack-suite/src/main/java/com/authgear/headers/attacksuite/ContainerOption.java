package com.authgear.headers.attacksuite;

/** What a container may be asked for beyond a plain start. */
public enum ContainerOption {
    /** One thread serves all requests. */
    ONE_THREAD,
    /** Tomcat's valve, which takes the client's address from {@code X-Forwarded-For}, of all private peers. */
    REMOTE_IP_VALVE,
    /** The same, of the proxy alone. */
    REMOTE_IP_VALVE_OF_PROXY,
    /** Tomcat's filter, which does the same, in front of the library's. */
    REMOTE_IP_FILTER,
    /** Jetty's customizer, which does the same. */
    FORWARDED_REQUEST_CUSTOMIZER,
    /** Undertow's handler, which does the same. */
    PROXY_PEER_ADDRESS_HANDLER,
    /** Undertow's handler, which does the same from {@code Forwarded}. */
    FORWARDED_HANDLER,
    /** Every connection begins with a line or block that claims to name the client. */
    PROXY_PROTOCOL,
    /** AJP instead of HTTP: every request claims to name the client. */
    AJP,
    /** HTTP/2 without TLS, beside HTTP/1.1: at once, and by an upgrade. */
    HTTP_2,
    /** TLS with the key of {@link TestKey}. */
    TLS,
    /** A UNIX domain socket, where peers have no address. */
    UNIX_SOCKET,
    /** At ::1. */
    IPV6,
    /** Whatever the container can publish as managed beans is published. */
    MANAGED_BEANS
}

package com.authgear.headers.defences;

import java.util.List;

/** The address of the socket peer. */
final class PeerDefences {
    private static final SourceFile INNERMOST_REQUEST =
            SourceFile.servlet("peer/InnermostRequest").on(Suite.TOMCAT);
    private static final SourceFile TOMCAT_PEER =
            SourceFile.servlet("peer/TomcatPeer").on(Suite.TOMCAT);
    private static final SourceFile JETTY_PEER = SourceFile.servlet("peer/JettyPeer");
    private static final SourceFile UNDERTOW_PEER =
            SourceFile.servlet("peer/UndertowPeer").on(Suite.UNDERTOW);

    static final List<Defence> ALL = List.of(
            INNERMOST_REQUEST.defence(
                    "wrappers do not name the peer",
                    "for (int i = 0; i < MAX_WRAPPERS && current instanceof ServletRequestWrapper wrapper; i++) {",
                    "if (current instanceof ServletRequestWrapper wrapper) {"),
            TOMCAT_PEER.defence(
                    "an address that a valve rewrote is not the peer's",
                    "request.getAttribute(REWRITTEN) == null\n                && ",
                    ""),
            TOMCAT_PEER.defence(
                    "a UNIX domain socket has no peer's address",
                    "\n                && request.getRemotePort() > 0",
                    ""),
            TOMCAT_PEER.defence(
                    "an address that came over AJP is no peer's",
                    "\n                && HTTP.contains(request.getServletConnection().getProtocol())",
                    ""),
            JETTY_PEER.defence(
                    "the PROXY protocol does not name the peer",
                    "innermost(END_POINT.on(CONNECTION.on(metaData)))",
                    "END_POINT.on(CONNECTION.on(metaData))"),
            UNDERTOW_PEER.defence(
                    "only a plain socket names the peer",
                    "channel != null && channel.getClass().getName().equals(PLAIN_SOCKET)",
                    "channel != null"));

    private PeerDefences() {}
}

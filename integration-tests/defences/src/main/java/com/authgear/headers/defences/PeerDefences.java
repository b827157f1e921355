package com.authgear.headers.defences;

import java.util.List;

/** Who is at the other end of the socket. */
final class PeerDefences {
    static final List<Defence> ALL = List.of(
            Defence.of(
                            "wrappers do not name the peer",
                            SourceFile.servlet("peer/InnermostRequest"),
                            "for (int i = 0; i < MAX_WRAPPERS && current instanceof ServletRequestWrapper wrapper; i++) {",
                            "if (current instanceof ServletRequestWrapper wrapper) {")
                    .on(Suite.TOMCAT),
            Defence.of(
                            "an address that a valve rewrote is nobody's",
                            SourceFile.servlet("peer/TomcatPeer"),
                            "request.getAttribute(REWRITTEN) == null\n                && ",
                            "")
                    .on(Suite.TOMCAT),
            Defence.of(
                            "a UNIX domain socket has no peer's address",
                            SourceFile.servlet("peer/TomcatPeer"),
                            "\n                && request.getRemotePort() > 0",
                            "")
                    .on(Suite.TOMCAT),
            Defence.of(
                            "an address that came over AJP is no peer's",
                            SourceFile.servlet("peer/TomcatPeer"),
                            "\n                && HTTP.contains(request.getServletConnection().getProtocol())",
                            "")
                    .on(Suite.TOMCAT),
            Defence.of(
                    "the PROXY protocol does not name the peer",
                    SourceFile.servlet("peer/JettyPeer"),
                    "innermost(END_POINT.on(CONNECTION.on(metaData)))",
                    "END_POINT.on(CONNECTION.on(metaData))"),
            Defence.of(
                            "only a plain socket names the peer",
                            SourceFile.servlet("peer/UndertowPeer"),
                            "channel != null && channel.getClass().getName().equals(PLAIN_SOCKET)",
                            "channel != null")
                    .on(Suite.UNDERTOW));

    private PeerDefences() {}
}

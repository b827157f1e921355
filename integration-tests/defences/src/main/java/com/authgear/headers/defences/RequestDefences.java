package com.authgear.headers.defences;

import java.util.List;

/** What becomes of the request. */
final class RequestDefences {
    private static final SourceFile DECIDER = SourceFile.servlet("Decider");
    private static final SourceFile ADMISSION = SourceFile.servlet("Admission");
    private static final SourceFile UNREAD_BODY = SourceFile.servlet("UnreadBody");
    private static final SourceFile HIDING = SourceFile.servlet("HidingRequest");
    private static final SourceFile JETTY_ORDER = SourceFile.servlet("JettyUpgradeOrder");

    static final List<Defence> ALL = List.of(
            Defence.of(
                    "a refused request is answered everywhere",
                    ADMISSION,
                    "case REQUEST -> decision.refusal() == null && admits",
                    "case REQUEST -> admits"),
            Defence.of(
                    "nobody is answered 401",
                    ADMISSION,
                    "case REQUEST -> decision.refusal() == null && admits(decision, request);",
                    "case REQUEST -> true;"),
            Defence.of(
                    "the answer gives no reason away",
                    SourceFile.servlet("Refuser"),
                    "RequestCredentials.hasBearerToken(new RequestHeaders(request))",
                    "decision.refusal() != null"),
            Defence.of(
                    "the body of a refused request is read",
                    UNREAD_BODY,
                    "if (!possible || isRead(request)) {",
                    "if (true) {"),
            Defence.of(
                    "no thread waits for the body of a refused request",
                    UNREAD_BODY,
                    "new UnreadBody(request, response, answer, log).start();",
                    "request.getInputStream().readAllBytes();\n            answer.send();"),
            Defence.of(
                    "a body that comes without a pause is not read for ever",
                    UNREAD_BODY,
                    "left -= Math.max(read, 1);",
                    "left -= 0;"),
            Defence.of(
                    "a second is all that the body of a refused request gets",
                    UNREAD_BODY,
                    "context.setTimeout(TIMEOUT_MILLIS);",
                    "context.setTimeout(0);"),
            Defence.of(
                    "the connection closes behind a refused body without an end",
                    UNREAD_BODY,
                    "response.setHeader(\"Connection\", \"close\");",
                    "response.setHeader(\"x-connection\", \"close\");"),
            Defence.of(
                            "Undertow, too, closes the connection behind a refused body without an end",
                            UNREAD_BODY,
                            "connection.close();",
                            "connection.hashCode();")
                    .on(Suite.UNDERTOW),
            Defence.of(
                    "the decision stands on later dispatches",
                    DECIDER,
                    "return first && Refuser.of(request) != refuser ? null : Decision.of(request);",
                    "return first ? Decision.of(request) : null;"),
            Defence.of("answers to somebody are private", DECIDER, "!again && cacheControl", "!again && !cacheControl"),
            Defence.of(
                    "getHeader is hidden",
                    HIDING,
                    "hidden.test(name) ? null : super.getHeader(name)",
                    "super.getHeader(name)"),
            Defence.of(
                    "getHeaders is hidden",
                    HIDING,
                    "hidden.test(name) ? Collections.emptyEnumeration() : super.getHeaders(name)",
                    "super.getHeaders(name)"),
            Defence.of("getHeaderNames is hidden", HIDING, "                .filter(Predicate.not(hidden))\n", ""),
            Defence.of(
                    "getDateHeader is hidden",
                    HIDING,
                    "hidden.test(name) ? -1 : super.getDateHeader(name)",
                    "super.getDateHeader(name)"),
            Defence.of(
                    "getIntHeader is hidden",
                    HIDING,
                    "hidden.test(name) ? -1 : super.getIntHeader(name)",
                    "super.getIntHeader(name)"),
            Defence.of(
                    "trailers are hidden",
                    HIDING,
                    "                .filter(field -> !hidden.test(field.getKey()))\n",
                    ""),
            Defence.of(
                    "an async context holds the hiding request",
                    HIDING,
                    "return startAsync(this, response);",
                    "return super.startAsync();"),
            Defence.of(
                    "the secret is hidden",
                    SourceFile.core("AuthgearAuthenticator"),
                    " || trust.isSecretHeader(headerName)",
                    ""),
            Defence.of(
                    "a prefix ends at a slash",
                    SourceFile.servlet("UrlPattern"),
                    "path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/')",
                    "path.startsWith(prefix)"),
            Defence.of(
                    "repeated refusals are counted",
                    SourceFile.servlet("RefusalLog"),
                    "boolean quiet = !now.isBefore(printed) && now.isBefore(quietUntil);",
                    "boolean quiet = false;"),
            Defence.of(
                    "Jetty's filter for WebSocket runs behind the others",
                    JETTY_ORDER,
                    "            call(\"setFilterMappings\", mappings.getClass(), sorted);\n",
                    ""),
            Defence.of(
                    "it does so where its mapping is added later",
                    JETTY_ORDER,
                    "            case \"beanAdded\" -> {\n                sort();\n",
                    "            case \"beanAdded\" -> {\n"),
            Defence.of(
                            "a filter behind the one for WebSocket does not start",
                            SourceFile.servlet("UpgradeOrder"),
                            "if (upgrades(context, ahead)) {",
                            "if (ahead.isEmpty()) {")
                    .on(Suite.TOMCAT),
            Defence.of(
                            "handshakes that show headers are told of",
                            DECIDER,
                            "        warnings.addAll(JettyHandshakes.warnings(context));\n",
                            "")
                    .on(Suite.JETTY_12_0));

    private RequestDefences() {}
}

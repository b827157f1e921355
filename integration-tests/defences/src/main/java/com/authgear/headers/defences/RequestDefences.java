package com.authgear.headers.defences;

import java.util.List;

/** Answers, bodies, dispatches and hidden headers. */
final class RequestDefences {
    private static final SourceFile DECIDER = SourceFile.servlet("Decider");
    private static final SourceFile ADMISSION = SourceFile.servlet("Admission");
    private static final SourceFile UNREAD_BODY = SourceFile.servlet("UnreadBody");
    private static final SourceFile HIDING = SourceFile.servlet("HidingRequest");
    private static final SourceFile JETTY_ORDER = SourceFile.servlet("JettyUpgradeOrder");
    private static final SourceFile REFUSER = SourceFile.servlet("Refuser");
    private static final SourceFile AUTHENTICATOR = SourceFile.core("AuthgearAuthenticator");
    private static final SourceFile URL_PATTERN = SourceFile.servlet("UrlPattern");
    private static final SourceFile REFUSAL_LOG = SourceFile.servlet("RefusalLog");
    private static final SourceFile UPGRADE_ORDER =
            SourceFile.servlet("UpgradeOrder").on(Suite.TOMCAT);

    static final List<Defence> ALL = List.of(
            ADMISSION.defence(
                    "a refused request is answered everywhere",
                    "case REQUEST -> decision.refusal() == null && admits",
                    "case REQUEST -> admits"),
            ADMISSION.defence(
                    "a request without a user is answered 401",
                    "case REQUEST -> decision.refusal() == null && admits(decision, request);",
                    "case REQUEST -> true;"),
            REFUSER.defence(
                    "the answer gives no reason away",
                    "RequestCredentials.hasBearerToken(new RequestHeaders(request))",
                    "decision.refusal() != null"),
            UNREAD_BODY.defence(
                    "the body of a refused request is read", "if (!possible || isRead(request)) {", "if (true) {"),
            UNREAD_BODY.defence(
                    "no thread waits for the body of a refused request",
                    "new UnreadBody(request, response, answer, log).start();",
                    "request.getInputStream().readAllBytes();\n            answer.send();"),
            UNREAD_BODY.defence(
                    "a body that comes without a pause is not read for ever",
                    "left -= Math.max(read, 1);",
                    "left -= 0;"),
            UNREAD_BODY.defence(
                    "a second is all that the body of a refused request gets",
                    "context.setTimeout(TIMEOUT_MILLIS);",
                    "context.setTimeout(0);"),
            UNREAD_BODY.defence(
                    "the connection closes behind a refused body without an end",
                    "response.setHeader(\"Connection\", \"close\");",
                    "response.setHeader(\"x-connection\", \"close\");"),
            UNREAD_BODY
                    .defence(
                            "Undertow, too, closes the connection behind a refused body without an end",
                            "connection.close();",
                            "connection.hashCode();")
                    .on(Suite.UNDERTOW),
            DECIDER.defence(
                    "the decision stands on later dispatches",
                    "return first && Refuser.of(request) != refuser ? null : Decision.of(request);",
                    "return first ? Decision.of(request) : null;"),
            DECIDER.defence("answers to a user are private", "!again && cacheControl", "!again && !cacheControl"),
            HIDING.defence(
                    "getHeader is hidden", "hidden.test(name) ? null : super.getHeader(name)", "super.getHeader(name)"),
            HIDING.defence(
                    "getHeaders is hidden",
                    "hidden.test(name) ? Collections.emptyEnumeration() : super.getHeaders(name)",
                    "super.getHeaders(name)"),
            HIDING.defence("getHeaderNames is hidden", "                .filter(Predicate.not(hidden))\n", ""),
            HIDING.defence(
                    "getDateHeader is hidden",
                    "hidden.test(name) ? -1 : super.getDateHeader(name)",
                    "super.getDateHeader(name)"),
            HIDING.defence(
                    "getIntHeader is hidden",
                    "hidden.test(name) ? -1 : super.getIntHeader(name)",
                    "super.getIntHeader(name)"),
            HIDING.defence(
                    "trailers are hidden", "                .filter(field -> !hidden.test(field.getKey()))\n", ""),
            HIDING.defence(
                    "an async context holds the hiding request",
                    "return startAsync(this, response);",
                    "return super.startAsync();"),
            AUTHENTICATOR.defence("the secret is hidden", " || trust.isSecretHeader(headerName)", ""),
            URL_PATTERN.defence(
                    "a prefix ends at a slash",
                    "path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/')",
                    "path.startsWith(prefix)"),
            REFUSAL_LOG.defence(
                    "repeated refusals are counted",
                    "boolean quiet = !now.isBefore(printed) && now.isBefore(quietUntil);",
                    "boolean quiet = false;"),
            JETTY_ORDER.defence(
                    "Jetty's filter for WebSocket runs behind the others",
                    "            call(\"setFilterMappings\", mappings.getClass(), sorted);\n",
                    ""),
            JETTY_ORDER.defence(
                    "it does so where its mapping is added later",
                    "            case \"beanAdded\" -> {\n                sort();\n",
                    "            case \"beanAdded\" -> {\n"),
            UPGRADE_ORDER.defence(
                    "a filter behind the one for WebSocket does not start",
                    "if (upgrades(context, ahead)) {",
                    "if (ahead.isEmpty()) {"),
            DECIDER.defence(
                            "handshakes that show headers are warned of",
                            "        warnings.addAll(JettyHandshakes.warnings(context));\n",
                            "")
                    .on(Suite.JETTY_12_0));

    private RequestDefences() {}
}

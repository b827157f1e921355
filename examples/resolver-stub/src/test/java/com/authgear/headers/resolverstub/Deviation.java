package com.authgear.headers.resolverstub;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** How the stub may answer otherwise than the real resolver: it runs on Jetty, and not on Go's HTTP server. */
@SuppressWarnings("ImmutableEnumChecker") // The lambdas capture nothing.
enum Deviation {
    HEAD_IS_GOS_SERVER(
            "Go writes no Content-Length in an answer to HEAD that has no body; Jetty writes 0.",
            recording ->
                    recording.method().equals("HEAD") && !recording.answer().has("Content-Length"),
            answer -> answer.without("Content-Length")),
    BAD_REQUEST_IS_GOS_SERVER(
            "Go and Jetty both refuse what is no HTTP, each with a page of its own.",
            recording -> recording.answer().status() == 400,
            Seen::statusOnly),
    BLANK_HOST_IS_GOS_SERVER(
            "Go takes a blank Host line for a host without a name; Jetty refuses it.",
            Deviation::hasBlankHost,
            answer -> Seen.NOTHING),
    CONNECT_IS_GOS_SERVER(
            "Go hands CONNECT to the application; Jetty refuses it, being no proxy.",
            recording -> recording.method().equals("CONNECT"),
            answer -> Seen.NOTHING),
    UPGRADE_IS_GOS_SERVER(
            "Go ignores an Upgrade that Connection does not name, as RFC 9110 section 7.8 wants; Jetty refuses it.",
            recording -> recording.request().path("headers").toString().contains("[\"Upgrade\","),
            answer -> Seen.NOTHING),
    OBS_FOLD_IS_GOS_SERVER(
            "Go joins a header that goes on in the next line; Jetty refuses it, as RFC 9112 section 5.2 allows.",
            recording -> recording.request().path("headers").toString().contains("\\r\\n "),
            answer -> Seen.NOTHING);

    private final String reason;
    private final Predicate<Recording> applies;
    private final UnaryOperator<Seen> rest;

    Deviation(String reason, Predicate<Recording> applies, UnaryOperator<Seen> rest) {
        this.reason = reason;
        this.applies = applies;
        this.rest = rest;
    }

    private static boolean hasBlankHost(Recording recording) {
        JsonNode host = recording.request().path("host");
        return !host.isNull() && host.asString().isBlank();
    }

    static List<Deviation> of(Recording recording) {
        return Stream.of(values())
                .filter(deviation -> deviation.applies.test(recording))
                .toList();
    }

    String reason() {
        return reason;
    }

    /** What is equal all the same. */
    Seen rest(Seen answer) {
        return rest.apply(answer);
    }
}

package com.authgear.headers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request and what Authgear's reader returned for it.
 *
 * @param id its name in the file
 * @param headers the request
 * @param recorded what the real code returned
 */
record ParseVector(String id, Headers headers, Reading recorded) {
    static List<ParseVector> all() {
        return Vectors.read("parse.jsonl").stream().map(ParseVector::of).toList();
    }

    @Override
    public String toString() {
        return id;
    }

    private static ParseVector of(JsonNode vector) {
        JsonNode error = vector.get("error");
        return new ParseVector(
                vector.get("id").stringValue(),
                Vectors.headers(vector.get("headers")),
                error.isNull() ? result(vector.get("result")) : error(error.stringValue()));
    }

    private static Reading result(JsonNode result) {
        if (result.isNull()) {
            return Reading.NONE;
        }
        return result.get("is_valid").booleanValue() ? valid(result) : Reading.INVALID;
    }

    private static Reading valid(JsonNode result) {
        return Reading.valid(
                result.get("user_id").stringValue(),
                List.of(
                        result.get("user_anonymous").booleanValue(),
                        result.get("user_verified").booleanValue(),
                        result.get("user_can_reauthenticate").booleanValue()),
                seconds(result.get("authenticated_at")),
                Vectors.strings(result.get("session_amr")).toList());
    }

    private static @Nullable Long seconds(JsonNode number) {
        return number.isNull() ? null : Long.valueOf(number.longValue());
    }

    /** The text names the header of a malformed boolean, and none for a malformed time. */
    private static Reading error(String text) {
        String prefix = "session: failed to parse ";
        return text.startsWith(prefix)
                ? Reading.refused("bad_boolean", text.substring(prefix.length(), text.indexOf(':', prefix.length())))
                : Reading.refused("bad_authenticated_at", AuthgearHeader.SESSION_AUTHENTICATED_AT);
    }
}

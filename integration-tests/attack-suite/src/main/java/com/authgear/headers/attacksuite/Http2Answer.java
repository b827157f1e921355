package com.authgear.headers.attacksuite;

import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer of one stream, assembled from its frames. */
final class Http2Answer {
    private final int stream;
    private final Http2Fields fields;
    private final StringBuilder body = new StringBuilder();
    private @Nullable RawResponse head;
    private boolean ended;

    Http2Answer(int stream, Http2Fields fields) {
        this.stream = stream;
        this.fields = fields;
    }

    void add(Http2Frame frame) throws IOException {
        if (frame.is(Http2Frame.HEADERS, stream)) {
            if (frame.flags() > (Http2Frame.END_HEADERS | Http2Frame.END_STREAM)) {
                throw new IOException("neither padding nor a priority was thought of");
            }
            head = fields.decode(frame.payload());
        } else if (frame.is(Http2Frame.DATA, stream)) {
            body.append(new String(frame.payload(), StandardCharsets.ISO_8859_1));
        }
        boolean reset = frame.is(Http2Frame.RESET, stream) || frame.is(Http2Frame.GO_AWAY, 0);
        ended = reset || (frame.stream() == stream && frame.isLast());
    }

    boolean hasEnded() {
        return ended;
    }

    /** Empty if the server ended the stream before it. */
    Optional<RawResponse> response() {
        return Optional.ofNullable(head).map(known -> new RawResponse(known.status(), known.lines(), body.toString()));
    }
}

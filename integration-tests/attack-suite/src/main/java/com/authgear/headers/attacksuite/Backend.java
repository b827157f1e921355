package com.authgear.headers.attacksuite;

import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import jakarta.servlet.Filter;
import java.io.IOException;

/**
 * A running application behind the library, whichever container or adapter.
 *
 * @param client speaks to it
 * @param filter decides in it
 * @param stop ends it
 */
public record Backend(RawClient client, Filter filter, Runnable stop) implements AutoCloseable {
    RawResponse send(RawRequest request) throws IOException {
        return client.from(Honest.PROXY).send(request);
    }

    String body(RawRequest request) throws IOException {
        return send(request).body();
    }

    /** Prints the refusals that were only counted, as at the end of an application. */
    void printCounted() {
        filter.destroy();
    }

    @Override
    public void close() {
        stop.run();
    }
}

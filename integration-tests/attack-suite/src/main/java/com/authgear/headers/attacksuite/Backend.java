package com.authgear.headers.attacksuite;

import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import jakarta.servlet.Filter;
import java.io.IOException;

/**
 * A running application behind the library, on any container and with any adapter.
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

    /** Logs the refusals that were counted but not logged, as when an application ends. */
    void printCounted() {
        filter.destroy();
    }

    @Override
    public void close() {
        stop.run();
    }
}

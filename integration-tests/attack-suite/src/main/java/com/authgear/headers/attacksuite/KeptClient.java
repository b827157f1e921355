package com.authgear.headers.attacksuite;

import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawConnection;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends requests on one connection, and opens a new one when the server has closed it. Not thread-safe. */
public final class KeptClient implements AutoCloseable {
    private final RawClient client;
    private @Nullable RawConnection connection;

    public KeptClient(RawClient client) {
        this.client = client;
    }

    /** The answer; empty if the server hung up on a new connection, too. */
    public Optional<RawResponse> send(RawRequest request) throws IOException {
        RawRequest kept = request.with("Connection: keep-alive");
        boolean mayBeStale = connection != null;
        Optional<RawResponse> response = exchange(kept);
        return response.isEmpty() && mayBeStale ? exchange(kept) : response;
    }

    @Override
    public void close() throws IOException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    private Optional<RawResponse> exchange(RawRequest request) throws IOException {
        RawConnection open = connection;
        if (open == null) {
            open = client.open();
            connection = open;
        }
        try {
            open.write(request);
            RawResponse response = open.read(request.method());
            if (!open.isReusable()) {
                close();
            }
            return Optional.of(response);
        } catch (IOException hungUp) {
            close();
            return Optional.empty();
        }
    }
}

package com.authgear.headers.soak;

import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawConnection;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The connection of one client to one server, opened again where need be. Not thread-safe. */
final class KeptConnection {
    /** Less than any of the servers wait. */
    private static final long MAX_IDLE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final RawClient client;
    private final Timeline timeline;
    private @Nullable RawConnection connection;
    private long lastGood;

    KeptConnection(int port, Timeline timeline) {
        client = RawClient.of(port);
        this.timeline = timeline;
    }

    RawConnection ready() throws IOException {
        RawConnection current = connection;
        if (current != null && current.isReusable() && timeline.now() - lastGood < MAX_IDLE_NANOS) {
            return current;
        }
        drop();
        lastGood = timeline.now();
        RawConnection opened = client.open();
        connection = opened;
        return opened;
    }

    /** One that is used for one request only. */
    RawConnection another() throws IOException {
        return client.open();
    }

    void answered() {
        lastGood = timeline.now();
    }

    long lastGood() {
        return lastGood;
    }

    void drop() throws IOException {
        RawConnection current = connection;
        connection = null;
        if (current != null) {
            current.close();
        }
    }
}

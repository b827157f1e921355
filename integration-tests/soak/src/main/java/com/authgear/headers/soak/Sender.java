package com.authgear.headers.soak;

import com.authgear.headers.harness.RawConnection;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One client: sends one request after another, and says what became of each. Not thread-safe. */
final class Sender implements AutoCloseable {
    private static final int PIECES = 4;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final Map<Target, KeptConnection> connections = new EnumMap<>(Target.class);
    private final Site site;
    private final Timeline timeline;

    Sender(Site site, Timeline timeline) {
        this.site = site;
        this.timeline = timeline;
    }

    Reply send(Shot shot) {
        KeptConnection kept =
                connections.computeIfAbsent(shot.target(), target -> new KeptConnection(site.port(target), timeline));
        return switch (shot.kind().manner()) {
            case WHOLE, SLOWLY -> exchange(shot, kept);
            case HALF, HALF_RESET, CUT_SHORT, RESET, GARBAGE -> new BrokenRequest(shot).send(kept, timeline);
        };
    }

    @Override
    public void close() throws IOException {
        for (KeptConnection kept : connections.values()) {
            kept.drop();
        }
    }

    private Reply exchange(Shot shot, KeptConnection kept) {
        try {
            RawConnection connection = kept.ready();
            long since = timeline.now();
            write(shot, connection);
            RawResponse response = connection.read(shot.request().method());
            kept.answered();
            return new Reply(shot.outcome(response), since, response.bytes());
        } catch (IOException e) {
            return lost(kept, e);
        }
    }

    private static Reply lost(KeptConnection kept, IOException reason) {
        long since = kept.lastGood();
        try {
            kept.drop();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
        return new Reply(Outcome.LOST, since, reason.toString());
    }

    private static void write(Shot shot, RawConnection connection) throws IOException {
        byte[] bytes = connection.bytes(shot.request());
        if (shot.kind().manner() == Manner.WHOLE) {
            connection.write(bytes);
        } else {
            inPieces(bytes, connection);
        }
    }

    /** The head and a little of the body first: what is slow is the rest. */
    private static void inPieces(byte[] bytes, RawConnection connection) throws IOException {
        int rest = PIECES;
        connection.write(Arrays.copyOf(bytes, bytes.length - rest));
        for (int at = bytes.length - rest; at < bytes.length; at++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            connection.write(Arrays.copyOfRange(bytes, at, at + 1));
        }
    }
}

package com.authgear.headers.attacksuite;

import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Very many clients that keep sending small pieces. Each reconnects when its connection is closed. */
final class SlowClients implements AutoCloseable {
    private static final int MANY = 60;
    private static final long PAUSE_MILLIS = 250;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int TRIES = 3;

    private final RawClient client;
    private final SlowBody body;
    private final List<Socket> sockets = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> drips;

    private SlowClients(RawClient client, SlowBody body) throws IOException {
        this.client = client;
        this.body = body;
        for (int i = 0; i < MANY; i++) {
            sockets.add(open());
        }
        drips = clock.scheduleWithFixedDelay(this::goOn, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Returns when all of them have sent their headers. */
    static SlowClients of(RawClient client, SlowBody body) throws IOException {
        return new SlowClients(client, body);
    }

    /**
     * How long another client waits for an answer meanwhile, five seconds at most. The best of a few attempts counts,
     * so that a busy machine is not taken for a hanging server.
     */
    Duration latency(RawRequest request) throws IOException {
        Duration best = PATIENCE;
        for (int i = 0; i < TRIES; i++) {
            long start = System.nanoTime();
            if (isAnswered(request)) {
                Duration latency = Duration.ofNanos(System.nanoTime() - start);
                best = latency.compareTo(best) < 0 ? latency : best;
            }
        }
        return best;
    }

    @Override
    public synchronized void close() throws IOException {
        drips.cancel(true);
        clock.shutdownNow();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private boolean isAnswered(RawRequest request) throws IOException {
        try {
            return client.within(PATIENCE).send(request).status() == 200;
        } catch (SocketTimeoutException late) {
            return false;
        }
    }

    private Socket open() throws IOException {
        Socket socket = client.connect();
        socket.setSoTimeout(1);
        socket.getOutputStream().write(body.start());
        return socket;
    }

    private synchronized void goOn() {
        if (!clock.isShutdown()) {
            sockets.replaceAll(this::goOn);
        }
    }

    private Socket goOn(Socket socket) {
        try {
            if (isOpen(socket)) {
                socket.getOutputStream().write(body.drip());
                return socket;
            }
            socket.close();
        } catch (IOException reset) {
            // A failed read ends the connection, too.
        }
        return openOr(socket);
    }

    private Socket openOr(Socket closed) {
        try {
            return open();
        } catch (IOException refused) {
            return closed;
        }
    }

    private static boolean isOpen(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read(new byte[1024]) >= 0;
        } catch (SocketTimeoutException silent) {
            return true;
        }
    }
}

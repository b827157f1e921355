package com.authgear.headers.soak;

import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawConnection;
import com.authgear.headers.harness.RawResponse;
import com.authgear.headers.soak.Kind.Manner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Sends one request after another, on one connection to each server. Not thread-safe. */
final class Client implements AutoCloseable {
    private final Map<Integer, RawConnection> connections = new HashMap<>();
    private final Site site;
    private final Tally tally;
    /** When the connection to the proxy was last known to work. */
    private long lastGood;

    Client(Site site, Tally tally) {
        this.site = site;
        this.tally = tally;
    }

    void send(Shot shot) throws IOException {
        int port = site.port(shot);
        try {
            switch (shot.kind().manner()) {
                case WHOLE -> exchange(shot, port, 0);
                case SLOW -> exchange(shot, port, 4);
                default -> sendBroken(shot, port);
            }
        } catch (IOException e) {
            tally.count(shot, Outcome.LOST, lastGood, e.toString());
            lastGood = shot.kind().past() ? lastGood : tally.now();
            drop(port);
        }
    }

    @Override
    public void close() throws IOException {
        for (RawConnection connection : connections.values()) {
            connection.close();
        }
    }

    private void drop(int port) throws IOException {
        RawConnection kept = connections.remove(port);
        if (kept != null) {
            kept.close();
        }
    }

    private void exchange(Shot shot, int port, int slowBytes) throws IOException {
        RawConnection connection = connections.get(port);
        if (connection == null || !connection.isReusable()) {
            drop(port);
            connection = RawClient.of(port).open();
            connections.put(port, connection);
        }
        long since = tally.now();
        byte[] bytes = connection.bytes(shot.kind().request(shot));
        int rest = bytes.length - slowBytes;
        connection.write(Arrays.copyOf(bytes, rest));
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(slowBytes));
        connection.write(Arrays.copyOfRange(bytes, rest, bytes.length));
        RawResponse response = connection.read("GET");
        tally.count(shot, shot.outcome(response.status(), response.bytes()), since, response.bytes());
        lastGood = shot.kind().past() ? lastGood : tally.now();
    }

    private void sendBroken(Shot shot, int port) throws IOException {
        SplittableRandom random = new SplittableRandom(shot.dice());
        long since = tally.now();
        try (RawConnection connection = RawClient.of(port).open()) {
            byte[] bytes = connection.bytes(shot.kind().request(shot));
            if (shot.kind().manner() == Manner.CUT) {
                connection.write(Arrays.copyOf(bytes, random.nextInt(bytes.length) + 1));
                if (random.nextBoolean()) {
                    connection.reset();
                }
                tally.count(shot, Outcome.LOST, since, "");
                return;
            }
            boolean garbage = shot.kind().manner() == Manner.GARBAGE;
            connection.write(garbage ? spoilt(bytes, random) : Arrays.copyOf(bytes, bytes.length - 1));
            String answers = connection.readRest();
            int status = answers.startsWith("HTTP/1.1 ") ? Integer.parseInt(answers.substring(9, 12)) : 0;
            Outcome first = status == 0 ? Outcome.LOST : shot.outcome(status, "");
            // There are several where the bytes can be read as several requests.
            tally.count(shot, answers.contains("HTTP/1.1 2") ? Outcome.FOREIGN : first, since, answers);
        }
    }

    /** The bytes of a request with random bytes inserted, always followed by an empty line. */
    private static byte[] spoilt(byte[] bytes, SplittableRandom random) {
        byte[] garbage = new byte[random.nextInt(1, 60)];
        random.nextBytes(garbage);
        StringBuilder text = new StringBuilder(new String(bytes, StandardCharsets.ISO_8859_1));
        text.insert(random.nextInt(bytes.length), new String(garbage, StandardCharsets.ISO_8859_1));
        return text.append("\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}

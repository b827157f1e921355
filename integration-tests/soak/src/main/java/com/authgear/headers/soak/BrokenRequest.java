package com.authgear.headers.soak;

import com.authgear.headers.harness.RawConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** A request that nobody can answer well, on a connection of its own. */
final class BrokenRequest {
    private static final int MOST_GARBAGE = 60;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([0-9]{3}) ");

    private final Shot shot;
    private final SplittableRandom random;

    BrokenRequest(Shot shot) {
        this.shot = shot;
        random = new SplittableRandom(shot.dice());
    }

    Reply send(KeptConnection server, Timeline timeline) {
        long since = timeline.now();
        try (RawConnection connection = server.another()) {
            byte[] bytes = connection.bytes(shot.request());
            return switch (shot.kind().manner()) {
                case GARBAGE -> answered(connection, spoilt(bytes), since);
                case CUT_SHORT -> answered(connection, Arrays.copyOf(bytes, bytes.length - 1), since);
                case RESET -> leave(connection, bytes, since);
                default -> leave(connection, Arrays.copyOf(bytes, random.nextInt(1, bytes.length)), since);
            };
        } catch (IOException e) {
            // The server may have left before the client did.
            boolean leaves = shot.kind().expected().contains(Outcome.LEFT);
            return new Reply(leaves ? Outcome.LEFT : Outcome.LOST, since, e.toString());
        }
    }

    private Reply leave(RawConnection connection, byte[] bytes, long since) throws IOException {
        connection.write(bytes);
        if (shot.kind().manner() != Manner.HALF) {
            connection.reset();
        }
        return new Reply(Outcome.LEFT, since, "");
    }

    private static Reply answered(RawConnection connection, byte[] bytes, long since) throws IOException {
        connection.write(bytes);
        String answer = connection.readRest();
        return new Reply(outcome(answer), since, answer);
    }

    /** There may be several answers, if what was sent could be read as several requests. */
    private static Outcome outcome(String answers) {
        List<Outcome> outcomes = STATUS.matcher(answers)
                .results()
                .map(status -> Outcome.ofFailure(Integer.parseInt(status.group(1))))
                .toList();
        if (outcomes.contains(Outcome.FOREIGN)) {
            return Outcome.FOREIGN;
        }
        return outcomes.isEmpty() ? Outcome.LOST : outcomes.get(0);
    }

    /** The request with other bytes in the middle, and an end in any case. */
    private byte[] spoilt(byte[] bytes) throws IOException {
        byte[] other = new byte[random.nextInt(1, MOST_GARBAGE)];
        for (int i = 0; i < other.length; i++) {
            other[i] = (byte) random.nextInt();
        }
        int at = random.nextInt(bytes.length);
        ByteArrayOutputStream spoilt = new ByteArrayOutputStream();
        spoilt.write(bytes, 0, at);
        spoilt.write(other);
        spoilt.write(bytes, at, bytes.length - at);
        spoilt.write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return spoilt.toByteArray();
    }
}

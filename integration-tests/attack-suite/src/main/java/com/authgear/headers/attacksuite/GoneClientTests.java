package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawConnection;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Clients that are refused and hang up while the answer is written. Containers reuse request and response objects: an
 * answer that is written too late would reach another client.
 */
@Tag("G15")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GoneClientTests {
    private static final int GONE = 12;
    private static final int HONEST = 2;
    private static final int REQUESTS = 500;
    private static final String BODY = "x".repeat(60_000);
    private static final RawRequest REFUSED = RawRequest.of("POST", Honest.PAGE, "Connection: keep-alive");

    private static final RawRequest HONEST_REQUEST = Honest.request().with("Connection: keep-alive");

    private final List<String> severe = new CopyOnWriteArrayList<>();
    private final Handler log = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.SEVERE.intValue()) {
                severe.add(line.getMessage() + " " + line.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private Backend backend;

    @BeforeAll
    void start() throws Exception {
        Logger.getLogger("").addHandler(log);
        backend = Refusing.application().start();
    }

    @AfterAll
    void stop() {
        backend.close();
        Logger.getLogger("").removeHandler(log);
    }

    @Test
    void noOtherRequestIsSpoilt() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(GONE + HONEST);
        try {
            List<Future<?>> gone = new ArrayList<>();
            List<Future<?>> honest = new ArrayList<>();
            for (int i = 0; i < GONE; i++) {
                gone.add(threads.submit(() -> {
                    for (int j = 0; j < REQUESTS; j++) {
                        hangUp(j);
                    }
                    return null;
                }));
            }
            for (int i = 0; i < HONEST; i++) {
                honest.add(threads.submit(() -> {
                    askUntilDone(gone);
                    return null;
                }));
            }
            for (Future<?> each : gone) {
                each.get();
            }
            for (Future<?> each : honest) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(severe).isEmpty();
    }

    /** The body comes in two pieces, so that it is waited for. */
    private void hangUp(int number) throws IOException {
        try (RawConnection connection = backend.client().open()) {
            byte[] request = connection.bytes(REFUSED.withBody(BODY));
            int head = request.length - BODY.length() + number;
            connection.write(Arrays.copyOf(request, head));
            connection.write(Arrays.copyOfRange(request, head, request.length));
            LockSupport.parkNanos(number % 50 * 10_000L);
            connection.reset();
        }
    }

    private void askUntilDone(List<Future<?>> others) throws IOException {
        while (!others.stream().allMatch(Future::isDone)) {
            try (RawConnection connection = backend.client().open()) {
                while (connection.isReusable() && !others.stream().allMatch(Future::isDone)) {
                    connection.write(HONEST_REQUEST);
                    RawResponse answer = connection.read("GET");
                    assertThat(answer.status()).isEqualTo(200);
                    assertThat(answer.body()).isEqualTo(WhoServlet.describe(Honest.USER));
                }
            }
        }
    }
}

package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawConnection;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Clients that are refused and hang up while the answer is written. Containers reuse request and response objects, so
 * an answer written too late would reach another client.
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

    private final LogCapture severe = LogCapture.severe();
    private Backend backend;

    @BeforeAll
    void start() throws Exception {
        backend = Refusing.application().start();
    }

    @AfterAll
    void stop() {
        backend.close();
        severe.close();
    }

    @Test
    void otherRequestsGetTheirOwnAnswers() throws Exception {
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
        assertThat(severe.lines()).isEmpty();
    }

    /** Sends the body in two pieces, so that the server waits for the second. */
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

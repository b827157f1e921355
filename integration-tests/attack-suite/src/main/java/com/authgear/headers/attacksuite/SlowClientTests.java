package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawConnection;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Refused clients that keep sending hold no thread, or not for longer than they would without the filter. */
@Tag("G15")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SlowClientTests {
    private static final RawRequest HEALTH = RawRequest.get(Refusing.HEALTH);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final byte[] CHUNK =
            ("10000\r\n" + "x".repeat(1 << 16) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    private static final long MOST_BYTES = 1L << 30;

    private Backend backend;

    @BeforeAll
    void start() throws Exception {
        backend = Refusing.application().start(ContainerOption.FEW_THREADS);
    }

    @AfterAll
    void stop() {
        backend.close();
    }

    @ParameterizedTest
    @EnumSource
    void othersAreServedAsSoonAsWithoutUs(SlowBody body) throws Exception {
        Duration withUs;
        try (SlowClients clients = SlowClients.of(backend.client(), body)) {
            withUs = clients.latency(HEALTH);
        }
        if (withUs.compareTo(SECOND) > 0) {
            assertThat(withUs).isLessThan(withoutUs(body).plus(SECOND));
        }
    }

    @Test
    void clientsThatDoNotStopAreAnsweredAndHungUpOn() throws Exception {
        Map<SlowBody, RawConnection> connections = new EnumMap<>(SlowBody.class);
        try {
            for (SlowBody body : SlowBody.values()) {
                RawConnection connection = backend.client().open();
                connections.put(body, connection);
                connection.write(body.start());
                connection.write(body.drip());
            }
            for (Map.Entry<SlowBody, RawConnection> each : connections.entrySet()) {
                assertRefusedAndClosed(each.getKey(), each.getValue());
            }
        } finally {
            for (RawConnection connection : connections.values()) {
                connection.close();
            }
        }
    }

    /** Reads a limited amount from a client that never pauses, since the timeout is only checked at a pause. */
    @Test
    void clientThatMakesNoPauseIsHungUpOn() throws IOException {
        try (RawConnection connection = backend.client().open()) {
            connection.write(RawRequest.of("POST", Honest.PAGE, "Transfer-Encoding: chunked"));
            long sent = 0;
            while (sent < MOST_BYTES && isWritten(connection, CHUNK)) {
                sent += CHUNK.length;
            }
            assertThat(sent).isLessThan(MOST_BYTES);
        }
    }

    private static boolean isWritten(RawConnection connection, byte[] bytes) {
        try {
            connection.write(bytes);
            return true;
        } catch (IOException hungUp) {
            return false;
        }
    }

    /** Undertow answers 413 by itself where a length is too large for it. */
    private static void assertRefusedAndClosed(SlowBody body, RawConnection connection) throws IOException {
        RawResponse answer = connection.read(body.method());
        if (answer.status() == 100) {
            answer = connection.read(body.method());
        }
        assertThat(answer.status()).as(body.name()).isIn(401, 413);
        assertThat(answer.header("Connection")).as(body.name()).contains("close");
        assertThat(connection.hasEnded()).as(body.name()).isTrue();
    }

    private static Duration withoutUs(SlowBody body) throws Exception {
        try (RunningContainer bare = Application.CONTAINER.start(
                        context -> context.addServlet("page", new PageServlet("well"))
                                .addMapping("/*"),
                        EnumSet.of(ContainerOption.FEW_THREADS));
                SlowClients clients = SlowClients.of(RawClient.of(bare.address()), body)) {
            return clients.latency(HEALTH);
        }
    }
}

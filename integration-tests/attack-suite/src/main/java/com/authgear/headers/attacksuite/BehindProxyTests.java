package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawConnection;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.Started;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Behind a proxy, too, a refused client gets its 401, not a 502, and holds no thread of the server. */
@Tag("G15")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BehindProxyTests {
    private static final int CLIENTS = 300;
    private static final int AT_ONCE = 4;
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final RawRequest UPLOAD = RawRequest.of("POST", Honest.PAGE).withBody("x".repeat(2_000_000));

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
    void refusedClientsHearWhyAndTakeNothingFromOthers(ReverseProxy proxy, @TempDir Path folder) throws Exception {
        try (Started started = Started.withExitHook()) {
            int port = backend.client().port();
            RawClient client = RawClient.of(proxy.start(started, folder, port).port());
            assertThat(statuses(client)).hasSize(CLIENTS).containsOnly(401);
            try (SlowClients slow = SlowClients.of(client, SlowBody.BYTE)) {
                assertThat(slow.latency(RawRequest.get(Refusing.HEALTH))).isLessThan(SOON);
            }
        }
    }

    private static List<Integer> statuses(RawClient client) throws Exception {
        byte[] upload = upload(client);
        ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                answers.add(clients.submit(() -> status(client, upload)));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        } finally {
            clients.shutdownNow();
        }
    }

    /** Built once for all clients because it is large. */
    private static byte[] upload(RawClient client) throws IOException {
        try (RawConnection connection = client.open()) {
            return connection.bytes(UPLOAD);
        }
    }

    private static int status(RawClient client, byte[] upload) throws IOException {
        try (RawConnection connection = client.open()) {
            connection.write(upload);
            return connection.read("POST").status();
        }
    }
}

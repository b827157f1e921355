package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import jakarta.servlet.Filter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of refused requests over HTTP/2, where no header has to announce a body. */
@Tag("G15")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class Http2BodyTests {
    private static final int MANY_STREAMS = 60;
    /** Enough rounds for the answer to overtake the body in some of them. */
    private static final int REPETITIONS = 50;

    /** Longer than a server needs for its first answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final RawRequest POST = RawRequest.of("POST", Honest.PAGE);

    private final BlockingQueue<Boolean> async = new LinkedBlockingQueue<>();
    private Backend backend;

    @BeforeAll
    void start() throws Exception {
        Assumptions.assumeTrue(
                Application.CONTAINER.options().contains(ContainerOption.HTTP_2), "this container has no HTTP/2");
        Filter watching = (request, response, chain) -> {
            chain.doFilter(request, response);
            async.add(request.isAsyncStarted());
        };
        backend = Refusing.application().preceded(watching).start(ContainerOption.HTTP_2, ContainerOption.FEW_THREADS);
    }

    @AfterAll
    void stop() {
        if (backend != null) {
            backend.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-length: none", "Content-Length: 10000", "Expect: 100-continue"})
    void nextStreamIsServed(String line) throws Exception {
        for (int i = 0; i < REPETITIONS; i++) {
            assertNextStreamIsServed(line);
        }
    }

    private void assertNextStreamIsServed(String line) throws Exception {
        try (Http2Connection connection = Http2Connection.open(backend.client().connect())) {
            int stream = connection.start(POST.with(line));
            connection.end(stream, "x".repeat(10_000));
            assertThat(connection.read(stream)).map(RawResponse::status).contains(401);
            assertThat(connection.send(Honest.request()))
                    .map(RawResponse::body)
                    .contains(WhoServlet.describe(Honest.USER));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Expect: 100-continue", "Content-Length: 2000000", "x-length: none"})
    void streamsThatDoNotEndHoldNoThread(String line) throws Exception {
        try (Http2Connection connection = Http2Connection.open(backend.client().connect())) {
            List<Integer> streams = new ArrayList<>();
            for (int i = 0; i < MANY_STREAMS; i++) {
                streams.add(connection.start(POST.with(line)));
            }
            assertThat(backend.client()
                            .within(PATIENCE)
                            .send(RawRequest.get(Refusing.HEALTH))
                            .status())
                    .isEqualTo(200);
            for (int stream : streams) {
                assertThat(connection.read(stream)).map(RawResponse::status).contains(401);
            }
        }
    }

    @Test
    void requestWithoutABodyIsNotMadeAsynchronous() throws Exception {
        try (Http2Connection connection = Http2Connection.open(backend.client().connect())) {
            for (String method : List.of("GET", "POST")) {
                async.clear();
                assertThat(connection.send(POST.by(method)))
                        .map(RawResponse::status)
                        .contains(401);
                assertThat(async.poll(1, TimeUnit.MINUTES)).isFalse();
            }
        }
    }
}

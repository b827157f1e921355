package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawConnection;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A client that is refused while it sends a body gets the 401, and its connection stays open. */
@Tag("G15")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RefusedBodyTests {
    private static final int HONEST_CLIENTS = 300;
    private static final String WATCHED = "x-watched";
    private static final String KEEP = "Connection: keep-alive";
    private static final RawRequest WHOLE =
            RawRequest.of("POST", Honest.PAGE, KEEP).withBody("x".repeat(100_000));
    private static final RawRequest CHUNKED = RawRequest.of("POST", Honest.PAGE, KEEP, "Transfer-Encoding: chunked")
            .withBody("5\r\nhello\r\n6;a=b\r\n world\r\n0\r\nc: d\r\n\r\n");
    private static final RawRequest NEXT = Honest.request().with(KEEP);

    /** Whether each watched request was asynchronous when the filter returned. */
    private final BlockingQueue<Boolean> async = new LinkedBlockingQueue<>();

    private Backend backend;

    @BeforeAll
    void start() throws Exception {
        Filter watching = (request, response, chain) -> {
            chain.doFilter(request, response);
            if (((HttpServletRequest) request).getHeader(WATCHED) != null) {
                async.add(request.isAsyncStarted());
            }
        };
        backend = Refusing.application().preceded(watching).start();
    }

    @AfterAll
    void stop() {
        backend.close();
    }

    static List<RawRequest> bodies() {
        return List.of(
                WHOLE,
                WHOLE.by("GET"),
                WHOLE.by("HEAD"),
                WHOLE.by("DELETE"),
                WHOLE.withBody("x"),
                WHOLE.with("Upgrade: websocket").replacing("Connection: keep-alive, Upgrade"),
                WHOLE.to(Refusing.SENSITIVE),
                WHOLE.to("/public/on/FORWARD"),
                WHOLE.to("/public/on/ASYNC"),
                CHUNKED,
                CHUNKED.withBody("0\r\n\r\n"),
                with(Honest.identity().by("POST")),
                with(Honest.request().by("POST").to(Refusing.RECENT)));
    }

    private static RawRequest with(RawRequest request) {
        return request.with(KEEP).withBody(WHOLE.body());
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void nextRequestOnTheConnectionIsServed(RawRequest refused) throws IOException {
        try (RawConnection connection = backend.client().open()) {
            connection.write(refused);
            assertThat(connection.read(refused.method()).status()).isEqualTo(401);
            connection.write(NEXT);
            assertThat(connection.read("GET").body()).isEqualTo(WhoServlet.describe(Honest.USER));
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void nextRequestThatCameTogetherWithTheBodyIsServed(RawRequest refused) throws IOException {
        try (RawConnection connection = backend.client().open()) {
            ByteArrayOutputStream both = new ByteArrayOutputStream();
            both.writeBytes(connection.bytes(refused));
            both.writeBytes(connection.bytes(NEXT));
            connection.write(both.toByteArray());
            assertThat(connection.read(refused.method()).status()).isEqualTo(401);
            assertThat(connection.read("GET").body()).isEqualTo(WhoServlet.describe(Honest.USER));
        }
    }

    @Test
    void eachOfManyHonestClientsHearsWhy() throws IOException {
        RawRequest refused = RawRequest.of("POST", Honest.PAGE).withBody("x".repeat(2_000_000));
        for (int i = 0; i < HONEST_CLIENTS; i++) {
            assertThat(backend.client().send(refused).status())
                    .as("client " + i)
                    .isEqualTo(401);
        }
    }

    /** Tomcat asks each client for its body before the application is asked. */
    @Test
    void clientThatWaitsToBeAskedIsAnsweredAtOnce() throws IOException {
        RawRequest waiting = WHOLE.withBody("").with("Content-Length: 2000000", "Expect: 100-continue");
        try (RawConnection connection = backend.client().open()) {
            connection.write(waiting);
            RawResponse answer = connection.read("POST");
            if (answer.status() == 100) {
                answer = connection.read("POST");
            }
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("Connection")).contains("close");
        }
    }

    @Test
    void requestWithoutABodyIsNotMadeAsynchronous() throws Exception {
        for (RawRequest refused : List.of(
                WHOLE.withBody(""),
                WHOLE.withBody("").with("Content-Length: 0"),
                WHOLE.withBody("").by("GET"))) {
            assertThat(backend.client()
                            .send(refused.with(WATCHED + ": 1").replacing("Connection: close"))
                            .status())
                    .isEqualTo(401);
            assertThat(async.poll(1, TimeUnit.MINUTES)).isFalse();
        }
        assertThat(backend.client()
                        .send(WHOLE.with(WATCHED + ": 1").replacing("Connection: close"))
                        .status())
                .isEqualTo(401);
        assertThat(async.poll(1, TimeUnit.MINUTES)).isTrue();
    }

    /** An include cannot change the status, and an error page keeps that of the error. */
    @ParameterizedTest
    @EnumSource
    void everyDispatchEnds(Handover handover) throws IOException {
        RawRequest request = WHOLE.to("/public/on/" + handover).replacing("Connection: close");
        RawResponse nobody = backend.client().send(request);
        assertThat(nobody.status()).isIn(401, 200, 403);
        assertThat(nobody.body()).doesNotContain(SensitiveServlet.TEXT);
        assertThat(backend.client()
                        .send(Honest.request().by("POST").to(request.target()).withBody("x"))
                        .body())
                .contains(Honest.USER_ID);
    }

    @ParameterizedTest
    @EnumSource
    void bodyThatAnEarlierFilterHasTouchedIsNoTrouble(EarlierFilter earlier) throws Exception {
        Filter filter = (request, response, chain) -> {
            chain.doFilter(earlier.change((HttpServletRequest) request), response);
        };
        try (Backend behind = Refusing.application().preceded(filter).start()) {
            for (RawRequest refused : List.of(WHOLE, CHUNKED)) {
                assertThat(behind.client()
                                .send(refused.replacing("Connection: close"))
                                .status())
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void applicationWithoutAsynchronousProcessingAnswersAndSaysWhatIsMissing() throws Exception {
        try (Backend blocking = Application.blocking(Deployment.SECRET.filter())
                        .servlet(new WhoServlet(), Honest.PAGE)
                        .start();
                LogCapture log = LogCapture.start()) {
            for (int i = 0; i < 2; i++) {
                assertThat(blocking.client()
                                .send(WHOLE.withBody("x").replacing("Connection: close"))
                                .status())
                        .isEqualTo(401);
            }
            assertThat(log.lines())
                    .filteredOn(line -> line.startsWith("WARNING"))
                    .singleElement()
                    .asString()
                    .contains("async-supported");
        }
    }
}

package com.authgear.headers.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_MOCKS;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.authgear.headers.harness.RawConnection;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.spec.HttpServletRequestImpl;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

final class UnreadBodyTests {
    private static final int MAX_BYTES = 16 * 1024 * 1024;
    private static final RawRequest REFUSED = RawRequest.of("POST", "/me", "Connection: keep-alive");

    private final Body body = new Body();
    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final HttpServletResponse response = mock(HttpServletResponse.class);
    private final AsyncContext context = mock(AsyncContext.class);
    private final RecordingLogger logger = new RecordingLogger();
    private final RefusalLog log = new RefusalLog(logger, Clock.systemUTC());
    private final List<String> answers = new ArrayList<>();

    UnreadBodyTests() throws IOException {
        prepare(request);
    }

    private void prepare(HttpServletRequest refused) throws IOException {
        when(refused.getDispatcherType()).thenReturn(DispatcherType.REQUEST);
        when(refused.getProtocol()).thenReturn("HTTP/1.1");
        when(refused.getContentLengthLong()).thenReturn(5L);
        when(refused.getInputStream()).thenReturn(body);
        when(refused.isAsyncSupported()).thenReturn(true);
        when(refused.startAsync(refused, response)).thenReturn(context);
    }

    @Test
    void refusedBodyIsReadSoThatTheConnectionLives() throws Exception {
        try (JettyServer server = server();
                RawConnection connection = server.client().open()) {
            connection.write(REFUSED.withBody("x".repeat(1_500_000)));
            assertThat(connection.read("POST").status()).isEqualTo(401);
            connection.write(Requests.as(Requests.ALICE, "/me"));
            assertThat(connection.read("GET").body()).isEqualTo("alice");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-other: 1", "Expect: 100-continue"})
    void bodyThatDoesNotComeIsNotWaitedForFor(String line) throws Exception {
        try (JettyServer server = server();
                RawConnection connection = server.client().open()) {
            connection.write(REFUSED.with("Content-Length: 2000000", line));
            RawResponse answer = connection.read("POST");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("Connection")).contains("close");
            assertThat(connection.hasEnded()).isTrue();
        }
    }

    @Test
    void answerWaitsForTheWholeBody() throws Exception {
        drain();
        assertThat(answers).isEmpty();
        body.listener().onAllDataRead();
        assertAnsweredOnceAndCompleted();
        verify(response, never()).setHeader(any(), any());
        verify(response, never()).flushBuffer();
    }

    /** On a thread of its own, an answer could outlive the request, whose objects Tomcat reuses. */
    @Test
    void answerIsGivenOnTheContainersThread() throws Exception {
        drain();
        body.listener().onAllDataRead();
        verify(context, never()).start(any());
    }

    /** Undertow calls listeners on a thread that must not block. */
    @Test
    void answerIsGivenOnAnotherThreadOnUndertow() throws Exception {
        HttpServletRequestImpl undertow = mock(HttpServletRequestImpl.class);
        when(undertow.getExchange()).thenReturn(mock(HttpServerExchange.class));
        prepare(undertow);
        UnreadBody.drain(undertow, response, () -> answers.add("answer"), log);
        body.listener().onAllDataRead();
        assertThat(answers).isEmpty();
        ArgumentCaptor<Runnable> started = ArgumentCaptor.forClass(Runnable.class);
        verify(context).start(started.capture());
        started.getValue().run();
        assertThat(answers).hasSize(1);
    }

    @Test
    void bodyIsReadForOneSecondAtMost() throws Exception {
        drain();
        verify(context).setTimeout(1_000);
        timeOut();
        assertAnsweredOnceAndCompleted();
        verify(response).setHeader("Connection", "close");
        verify(response).flushBuffer();
    }

    @Test
    void connectionOfHttp2IsNotTheRequestsToClose() throws Exception {
        when(request.getProtocol()).thenReturn("HTTP/2.0");
        drain();
        timeOut();
        assertAnsweredOnceAndCompleted();
        verify(response, never()).setHeader(any(), any());
    }

    @Test
    void bodyIsReadUpToItsLimit() throws Exception {
        drain();
        body.arrived = MAX_BYTES + 5;
        body.listener().onDataAvailable();
        assertThat(body.arrived).isEqualTo(5);
        assertAnsweredOnceAndCompleted();
        verify(response).setHeader("Connection", "close");
    }

    @Test
    void allAvailableBytesAreRead() throws Exception {
        drain();
        body.arrived = MAX_BYTES - 1;
        body.listener().onDataAvailable();
        assertThat(body.arrived).isZero();
        assertThat(answers).isEmpty();
    }

    /** Each read counts, so that a container that reads nothing does not read for ever. */
    @Test
    void readsWithoutBytesComeToAnEnd() throws Exception {
        drain();
        body.arrived = 1;
        body.empty = true;
        body.listener().onDataAvailable();
        assertAnsweredOnceAndCompleted();
    }

    @Test
    void endOfTheBodyEndsReading() throws Exception {
        drain();
        body.arrived = 1;
        body.ended = true;
        body.listener().onDataAvailable();
        assertThat(answers).isEmpty();
    }

    @Test
    void clientWhoLeftIsNotWaitedFor() throws Exception {
        drain();
        body.listener().onError(new EOFException());
        assertAnsweredOnceAndCompleted();
    }

    @Test
    void answerOfTheContainerIsLeftAlone() throws Exception {
        drain();
        when(response.isCommitted()).thenReturn(true);
        timeOut();
        assertThat(answers).isEmpty();
        verify(context).complete();
    }

    @Test
    void clientThatWaitsForContinueIsAnsweredFirst() throws Exception {
        when(request.getHeader("Expect")).thenReturn("100-continue");
        drain();
        assertThat(answers).hasSize(1);
        verify(response).flushBuffer();
        verify(context, never()).complete();
        body.listener().onAllDataRead();
        assertAnsweredOnceAndCompleted();
    }

    @Test
    void bodyThatOthersReadAlreadyIsLeftToThem() throws Exception {
        when(request.getInputStream()).thenThrow(new IllegalStateException("getReader was called"));
        drain();
        assertAnsweredOnceAndCompleted();
    }

    /** As in mock requests of test frameworks. */
    @Test
    void streamWithoutListenersIsNotRead() throws Exception {
        body.refusing = true;
        drain();
        assertAnsweredOnceAndCompleted();
    }

    @Test
    void answerThatFailsIsAnErrorWithoutDetails() throws Exception {
        UnreadBody.drain(request, response, () -> fail(new IllegalStateException("on purpose")), log);
        body.listener().onAllDataRead();
        verify(response).setStatus(500);
        verify(context).complete();
        assertThat(logger.lines())
                .singleElement()
                .asString()
                .startsWith("WARNING")
                .contains("could not be answered");
    }

    @ParameterizedTest
    @EnumSource(
            value = DispatcherType.class,
            names = {"INCLUDE", "ERROR"})
    void dispatchThatIsNotTheAnswersOwnIsAnsweredAtOnce(DispatcherType type) throws Exception {
        when(request.getDispatcherType()).thenReturn(type);
        assertAnsweredAtOnce();
    }

    @Test
    void asynchronousRequestIsAnsweredAtOnce() throws Exception {
        when(request.isAsyncStarted()).thenReturn(true);
        assertAnsweredAtOnce();
    }

    @Test
    void emptyBodyIsAnsweredAtOnce() throws Exception {
        when(request.getContentLengthLong()).thenReturn(0L);
        assertAnsweredAtOnce();
    }

    @Test
    void missingBodyIsAnsweredAtOnce() throws Exception {
        when(request.getContentLengthLong()).thenReturn(-1L);
        assertAnsweredAtOnce();
        verify(request, never()).getInputStream();
    }

    @Test
    void bodyThatHasBeenReadIsAnsweredAtOnce() throws Exception {
        body.ended = true;
        assertAnsweredAtOnce();
    }

    @Test
    void whereAsynchronousProcessingIsMissingNothingIsReadAndTheLogSaysSoOnce() throws Exception {
        when(request.isAsyncSupported()).thenReturn(false);
        assertAnsweredAtOnce();
        drain();
        assertThat(logger.lines())
                .singleElement()
                .asString()
                .startsWith("WARNING")
                .contains("async-supported");
    }

    @Test
    void answerThatWasCommittedBeforeIsNotPassedOverInSilence() {
        HttpServletResponse committed = mock(HttpServletResponse.class, RETURNS_MOCKS);
        when(committed.isCommitted()).thenReturn(true);
        doThrow(new IllegalStateException("committed")).when(committed).resetBuffer();
        assertThatIllegalStateException()
                .isThrownBy(() -> UnreadBody.drain(request, committed, committed::resetBuffer, log));
    }

    private void drain() throws Exception {
        UnreadBody.drain(request, response, () -> answers.add("answer"), log);
    }

    private void timeOut() throws IOException {
        ((UnreadBody) body.listener()).onTimeout(mock(AsyncEvent.class));
    }

    private void assertAnsweredOnceAndCompleted() throws IOException {
        timeOutIfListening();
        assertThat(answers).hasSize(1);
        verify(context, times(1)).complete();
    }

    /** A later event changes nothing. */
    private void timeOutIfListening() throws IOException {
        if (body.listener != null) {
            timeOut();
            body.listener.onError(new EOFException());
        }
    }

    private void assertAnsweredAtOnce() throws Exception {
        drain();
        assertThat(answers).hasSize(1);
        verify(request, never()).startAsync(any(), any());
    }

    private static void fail(RuntimeException failure) {
        throw failure;
    }

    private static JettyServer server() throws Exception {
        return JettyServer.with(AuthgearHeadersFilter.builder(Requests.secret()).build())
                .servlet("/me", new WhoServlet())
                .start();
    }

    /** A body of this size. */
    private static final class Body extends ServletInputStream {
        private int arrived;
        private boolean ended;
        private boolean empty;
        private boolean refusing;
        private @Nullable ReadListener listener;

        ReadListener listener() {
            return Objects.requireNonNull(listener);
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("it reads by the buffer");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (empty || ended) {
                return empty ? 0 : -1;
            }
            int read = Math.min(arrived, length);
            arrived -= read;
            return read;
        }

        @Override
        public boolean isFinished() {
            return ended;
        }

        @Override
        public boolean isReady() {
            return arrived > 0;
        }

        @Override
        public void setReadListener(ReadListener newListener) {
            if (refusing) {
                throw new UnsupportedOperationException();
            }
            listener = newListener;
        }
    }
}

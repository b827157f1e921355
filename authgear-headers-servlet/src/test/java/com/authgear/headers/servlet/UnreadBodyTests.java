package com.authgear.headers.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_MOCKS;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.authgear.headers.StepUpResult;
import com.authgear.headers.harness.RawRequest;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

final class UnreadBodyTests {
    private static final int MAX_BYTES = 2 * 1024 * 1024;

    @Test
    void refusedBodyIsReadSoThatTheConnectionLives() throws Exception {
        AuthgearHeadersFilter filter =
                AuthgearHeadersFilter.builder(Requests.secret()).build();
        RawRequest refused =
                RawRequest.of("POST", "/me", "Connection: keep-alive").withBody("x".repeat(1_500_000));
        try (JettyServer server = JettyServer.with(filter)
                        .servlet("/me", new WhoServlet())
                        .start();
                Socket socket = server.client().connect()) {
            assertThat(server.client().exchange(socket, refused).status()).isEqualTo(401);
            assertThat(server.client()
                            .exchange(socket, Requests.as(Requests.ALICE, "/me"))
                            .body())
                    .isEqualTo("alice");
        }
    }

    @Test
    void largeBodyIsNotRead() throws Exception {
        HttpServletRequest large = mock(HttpServletRequest.class);
        when(large.getContentLengthLong()).thenReturn(MAX_BYTES + 1L);
        UnreadBody.drain(large);
        verify(large, never()).getInputStream();
    }

    @Test
    void bodyOfTheLargestLengthIsRead() throws Exception {
        Zeros body = new Zeros(MAX_BYTES);
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getContentLengthLong()).thenReturn((long) MAX_BYTES);
        when(request.getInputStream()).thenReturn(body);
        UnreadBody.drain(request);
        assertThat(body.left).isZero();
    }

    @Test
    void bodyWithoutALengthIsReadUpToTheBound() throws Exception {
        Zeros body = new Zeros(MAX_BYTES + 5);
        HttpServletRequest chunked = mock(HttpServletRequest.class);
        when(chunked.getContentLengthLong()).thenReturn(-1L);
        when(chunked.getInputStream()).thenReturn(body);
        UnreadBody.drain(chunked);
        assertThat(body.left).isEqualTo(5);
    }

    @Test
    void bodyThatWaitsToBeAskedForIsNotAskedFor() throws Exception {
        HttpServletRequest expecting = mock(HttpServletRequest.class);
        when(expecting.getHeader("Expect")).thenReturn("100-continue");
        UnreadBody.drain(expecting);
        verify(expecting, never()).getInputStream();
    }

    @Test
    void bodyThatAnEarlierFilterReadsIsLeftToIt() throws Exception {
        HttpServletRequest taken = mock(HttpServletRequest.class);
        when(taken.getInputStream()).thenThrow(new IllegalStateException("getReader was called"));
        UnreadBody.drain(taken);
        verify(taken).getInputStream();
    }

    @Test
    void clientWhoLeftGetsNoAnswerWhereTheContainerGaveOne() throws Exception {
        HttpServletResponse response = mock(HttpServletResponse.class, RETURNS_MOCKS);
        when(response.isCommitted()).thenReturn(true);
        refuse(cutOff(), response);
        verify(response, never()).resetBuffer();
    }

    @Test
    void clientWhoLeftBeforeStepUpGetsNoAnswerEither() throws Exception {
        StepUpResult.Unsatisfied result = new StepUpResult.Forbidden(StepUpResult.Reason.FACTOR_UNAVAILABLE);
        HttpServletRequest request = cutOff();
        HttpServletResponse response = mock(HttpServletResponse.class, RETURNS_MOCKS);
        AuthgearRequests.stepUp(decided(request), response, result);
        verify(response).setStatus(403);
        when(response.isCommitted()).thenReturn(true);
        AuthgearRequests.stepUp(request, response, result);
        verify(response).resetBuffer();
    }

    @Test
    void clientWhoMayHaveLeftIsAnsweredWhereTheContainerGaveNone() throws Exception {
        HttpServletResponse response = mock(HttpServletResponse.class, RETURNS_MOCKS);
        refuse(cutOff(), response);
        verify(response).setStatus(401);
    }

    @Test
    void answerThatWasCommittedBeforeIsNotPassedOverInSilence() throws Exception {
        HttpServletRequest whole = mock(HttpServletRequest.class);
        when(whole.getHeader("Expect")).thenReturn("100-continue");
        HttpServletResponse response = mock(HttpServletResponse.class);
        when(response.isCommitted()).thenReturn(true);
        doThrow(new IllegalStateException("committed")).when(response).resetBuffer();
        assertThatIllegalStateException().isThrownBy(() -> refuse(whole, response));
    }

    private static HttpServletRequest cutOff() throws IOException {
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getInputStream()).thenThrow(new EOFException());
        return request;
    }

    /** The request as it is behind the filter. */
    private static HttpServletRequest decided(HttpServletRequest request) throws Exception {
        ArgumentCaptor<Object> decision = ArgumentCaptor.captor();
        refuse(request, mock(HttpServletResponse.class, RETURNS_MOCKS));
        verify(request).setAttribute(anyString(), decision.capture());
        when(request.getAttribute(anyString())).thenReturn(decision.getValue());
        return request;
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws Exception {
        when(request.getMethod()).thenReturn("POST");
        when(request.getDispatcherType()).thenReturn(DispatcherType.REQUEST);
        when(request.getHeaderNames()).thenReturn(Collections.emptyEnumeration());
        when(request.getHeaders(anyString())).thenReturn(Collections.emptyEnumeration());
        AuthgearHeadersFilter.builder(Requests.secret()).build().doFilter(request, response, mock(FilterChain.class));
    }

    /** So many bytes, none of them telling anything. */
    private static final class Zeros extends ServletInputStream {
        private int left;

        Zeros(int length) {
            left = length;
        }

        @Override
        public int read() {
            return read(new byte[1], 0, 1) < 0 ? -1 : 0;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int read = Math.min(left, length);
            left -= read;
            return read == 0 ? -1 : read;
        }

        @Override
        public boolean isFinished() {
            return left == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}

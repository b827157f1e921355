package com.authgear.headers.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.authgear.headers.rawhttp.RawRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Socket;
import org.junit.jupiter.api.Test;

final class UnreadBodyTests {
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
        when(large.getContentLengthLong()).thenReturn(2L * 1024 * 1024 + 1);
        UnreadBody.drain(large);
        verify(large, never()).getInputStream();
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
}

package com.authgear.headers.servlet;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_MOCKS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Answers on a container that checks less than Jetty. */
final class ProblemAnswerTests {
    private final HttpServletResponse response = mock(HttpServletResponse.class, RETURNS_MOCKS);

    @Test
    void forbiddenHasNoChallenge() throws IOException {
        ProblemAnswer.forbidden("no").send(request("GET"), response);
        verify(response, never()).setHeader(eq("WWW-Authenticate"), any());
        verify(response).getOutputStream();
    }

    @Test
    void headHasNoBody() throws IOException {
        ProblemAnswer.unauthorized("Bearer", "no", "").send(request("HEAD"), response);
        verify(response).setHeader("WWW-Authenticate", "Bearer");
        verify(response, never()).getOutputStream();
    }

    private static HttpServletRequest request(String method) {
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getMethod()).thenReturn(method);
        return request;
    }
}

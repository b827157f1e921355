package com.authgear.headers.servlet.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class InnermostRequestTests {
    private final HttpServletRequest request = mock(HttpServletRequest.class);

    @Test
    void requestIsFoundBelowWrappers() {
        HttpServletRequest wrapped = request;
        for (int i = 0; i < 50; i++) {
            assertThat(InnermostRequest.of(wrapped)).isSameAs(request);
            wrapped = new HttpServletRequestWrapper(wrapped);
        }
    }

    /** A filter may do so to keep other filters from unwrapping the request. */
    @Test
    void wrapperThatNamesItselfAsWhatItWrapsEndsTheSearch() {
        HttpServletRequest hiding = new HttpServletRequestWrapper(request) {
            @Override
            public ServletRequest getRequest() {
                return this;
            }
        };
        HttpServletRequest wrapped = new HttpServletRequestWrapper(hiding);
        assertThat(InnermostRequest.of(wrapped)).isSameAs(hiding);
        assertThat(SocketPeer.of(wrapped)).isEmpty();
    }
}

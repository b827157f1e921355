package com.authgear.headers.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class AuthenticatedRequestTests {
    /** A filter may do so to keep other filters from unwrapping the request. */
    @Test
    @Timeout(30)
    void searchEndsAtAWrapperThatReturnsItself() {
        HttpServletRequest hiding = new HttpServletRequestWrapper(mock(HttpServletRequest.class)) {
            @Override
            public ServletRequest getRequest() {
                return this;
            }
        };
        HttpServletRequest wrapped = new HttpServletRequestWrapper(hiding);
        assertThat(AuthenticatedRequest.raw(wrapped)).isSameAs(wrapped);
    }
}

package com.authgear.headers.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.authgear.headers.MalformedHeadersException;
import com.authgear.headers.ProxyTrust;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requirements of the Servlet API that Jetty does not enforce. */
final class FilterContractTests {
    private final AuthgearHeadersFilter filter =
            AuthgearHeadersFilter.builder(Requests.secret()).build();

    @Test
    void filterIsRegisteredForAllDispatcherTypesAndAsyncBeforeTheOthers() {
        ServletContext context = mock(ServletContext.class);
        FilterRegistration.Dynamic registration = mock(FilterRegistration.Dynamic.class);
        when(context.addFilter(anyString(), any(AuthgearHeadersFilter.class))).thenReturn(registration);

        assertThat(filter.register(context)).isSameAs(registration);

        verify(registration).setAsyncSupported(true);
        verify(registration).addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
    }

    @Test
    void secondRegistrationUnderTheSameNameIsSaidToBeOne() {
        assertThatIllegalStateException()
                .isThrownBy(() -> filter.register(mock(ServletContext.class)))
                .withMessageContaining("registered already");
    }

    @Test
    void requestThatIsNotHttpIsNotLetThrough() {
        FilterChain chain = mock(FilterChain.class);
        for (ServletRequest request : List.of(mock(ServletRequest.class), mock(HttpServletRequest.class))) {
            assertThatThrownBy(() -> filter.doFilter(request, mock(ServletResponse.class), chain))
                    .isInstanceOf(ServletException.class)
                    .hasMessageContaining("HTTP");
        }
        assertThatThrownBy(() -> filter.doFilter(mock(ServletRequest.class), mock(HttpServletResponse.class), chain))
                .isInstanceOf(ServletException.class)
                .hasMessageContaining("HTTP");
        verifyNoInteractions(chain);
    }

    @Test
    void requestThatTheFilterNeverSawIsSaidToBeUnmapped() {
        assertThatIllegalStateException()
                .isThrownBy(() -> AuthgearRequests.session(mock(HttpServletRequest.class)))
                .withMessageContaining("map it to /*");
    }

    @Test
    void filterThatNeverStartedEnds() {
        assertThatCode(() -> new AuthgearHeadersFilter().destroy()).doesNotThrowAnyException();
    }

    @Test
    void containerThatListsNoHeadersCannotBeChecked() {
        assertThatExceptionOfType(MalformedHeadersException.class)
                .isThrownBy(() -> new RequestHeaders(mock(HttpServletRequest.class)).names())
                .returns("unreadable_headers", MalformedHeadersException::code);
    }

    @Test
    void containerThatAnswersNullHasNoSuchHeader() {
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getHeaders("Cookie")).thenReturn(null);
        assertThat(new RequestHeaders(request).values("Cookie")).isExhausted();
    }

    @Test
    void peerResolverThatFailsKnowsNoPeerAndTheAnswerIsThe401() throws Exception {
        PeerResolver broken = request -> {
            throw new IllegalStateException("broken");
        };
        AuthgearHeadersFilter bySecret = AuthgearHeadersFilter.builder(Requests.secret())
                .peerResolver(broken)
                .build();
        AuthgearHeadersFilter byAddress = AuthgearHeadersFilter.builder(ProxyTrust.trustedProxies("127.0.0.1"))
                .peerResolver(broken)
                .build();
        for (AuthgearHeadersFilter each : List.of(bySecret, byAddress)) {
            try (JettyServer server =
                    JettyServer.with(each).servlet("/me", new WhoServlet()).start()) {
                assertThat(server.client()
                                .send(Requests.forged(Requests.ALICE, "/me"))
                                .status())
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void headIsAnsweredWithoutOpeningTheBody() throws Exception {
        HttpServletRequest request = mock(HttpServletRequest.class);
        HttpServletResponse response = mock(HttpServletResponse.class);
        when(request.getMethod()).thenReturn("HEAD");
        ProblemAnswer.unauthorizedHandler("").handle(request, response, false);
        verify(response).setStatus(401);
        verify(response, never()).getOutputStream();
    }
}

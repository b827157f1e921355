package com.authgear.headers.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.authgear.headers.AuthgearPrincipal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.context.request.NativeWebRequest;

/** The former value of the MDC is restored; the Boot suite tests whole requests. */
final class MdcFilterTests {
    private static final AuthgearPrincipal ALICE =
            AuthgearPrincipal.builder("alice").build();

    private final AuthgearMdcFilter filter = new AuthgearMdcFilter();
    private final List<String> seen = new ArrayList<>();
    private final FilterChain chain = (request, response) -> seen.add(whom());

    @AfterEach
    void clear() {
        MDC.clear();
    }

    @Test
    void formerValueIsRestored() throws Exception {
        MDC.put(AuthgearMdcFilter.USER_ID, "outer");
        filter(ALICE, chain);
        assertThat(seen).containsExactly("alice");
        assertThat(whom()).isEqualTo("outer");
    }

    @Test
    void requestWithoutAUserHasNoUserInTheMdc() throws Exception {
        MDC.put(AuthgearMdcFilter.USER_ID, "outer");
        filter(null, chain);
        filter(() -> "container", chain);
        assertThat(seen).containsExactly("null", "null");
    }

    @Test
    void innerDispatchKeepsTheUserOfTheOuterOne() throws Exception {
        filter(ALICE, (request, response) -> {
            filter.doFilter(request, response, chain);
            seen.add(whom());
        });
        assertThat(seen).containsExactly("alice", "alice");
        assertThat(whom()).isEqualTo("null");
    }

    @Test
    void valueIsRemovedAfterAFailure() {
        assertThatThrownBy(() -> filter(ALICE, (request, response) -> {
                    throw new ServletException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(whom()).isEqualTo("null");
    }

    @Test
    void userOfSpringSecurityIsPutIntoTheMdc() throws Exception {
        filter(new PreAuthenticatedAuthenticationToken(ALICE, "N/A", List.of()), chain);
        assertThat(seen).containsExactly("alice");
    }

    /** An executor may run a task on the thread that submits it. */
    @Test
    void callableOnTheSameThreadRestoresTheUser() {
        MDC.put(AuthgearMdcFilter.USER_ID, "outer");
        AuthgearMdcFilter.OnCallable interceptor = new AuthgearMdcFilter.OnCallable("alice");
        NativeWebRequest request = mock();
        interceptor.preProcess(request, () -> "");
        assertThat(whom()).isEqualTo("alice");
        interceptor.postProcess(request, () -> "", "");
        assertThat(whom()).isEqualTo("outer");
    }

    private void filter(@Nullable Principal user, FilterChain chain) throws Exception {
        HttpServletRequest request = mock();
        when(request.getUserPrincipal()).thenReturn(user);
        filter.doFilter(request, mock(ServletResponse.class), chain);
    }

    private static String whom() {
        return String.valueOf(MDC.get(AuthgearMdcFilter.USER_ID));
    }
}

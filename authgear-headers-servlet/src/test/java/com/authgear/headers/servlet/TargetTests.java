package com.authgear.headers.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.authgear.headers.AuthgearSession;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as another container, or an earlier filter, may pass them on. */
final class TargetTests {
    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final ServletContext context = mock(ServletContext.class);

    TargetTests() {
        when(request.getServletContext()).thenReturn(context);
        when(request.getDispatcherType()).thenReturn(DispatcherType.REQUEST);
        deployed("", "");
        mapped("/public", "/x");
        when(request.getRequestURI()).thenReturn("/public/x");
    }

    @Test
    void plainTargetHasOneReading() {
        assertThat(Target.of(request)).isEqualTo(new Target(true, java.util.Set.of("/public/x")));
    }

    @Test
    void readingOfTheContainerIsOneOfThem() {
        mapped("/index.html", null);
        Target target = Target.of(request);
        assertThat(target.plain()).isTrue();
        assertThat(target.paths()).containsExactlyInAnyOrder("/index.html", "/public/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/admin/../public/x", "/public/%78", "/public/x;a", "public/x", "*", "", "http://h/public/x"})
    void uriThatIsNotPlainLeavesTheReadingOfTheContainer(String uri) {
        when(request.getRequestURI()).thenReturn(uri);
        assertThat(Target.of(request)).isEqualTo(new Target(false, java.util.Set.of("/public/x")));
    }

    @Test
    void requestWithoutUriIsNotPlain() {
        when(request.getRequestURI()).thenReturn(null);
        assertThat(Target.of(request).plain()).isFalse();
    }

    @Test
    void containerThatCallsTheUriAmbiguousIsBelieved() {
        when(request.getServletPath()).thenThrow(new IllegalArgumentException());
        assertThat(Target.of(request)).isEqualTo(new Target(false, java.util.Set.of("/public/x")));
    }

    @ParameterizedTest
    @CsvSource({
        "/ctx, /ctx, /ctx/public/x, true",
        "/a/b, /a/b, /a/b/public/x, true",
        "/\u00e9, /%C3%A9, /%C3%A9/public/x, true",
        "/%C3%A9, /%C3%A9, /%C3%A9/public/x, true",
        "/a b, /a%20b, /a%20b/public/x, true",
        "/ctx, /ctx, /ctxpublic/x, false",
        "/ctx, /ctx, /ctx, false",
        "/ctx, /%63tx, /%63tx/public/x, false",
        "/ctx, /ctx;v=1, /ctx;v=1/public/x, false",
        "/ctx, //ctx, //ctx/public/x, false",
        "/ctx, /ctx/..;/ctx, /ctx/..;/ctx/public/x, false",
        "/ctx, /x/../ctx, /x/../ctx/public/x, false",
        "/ctx, /x/ctx, /x/ctx/public/x, false",
        "/a!b, /a%21b, /a%21b/public/x, false"
    })
    void uriMustBeginWithThePathOfTheContextByteForByte(String ofContext, String ofRequest, String uri, boolean plain) {
        deployed(ofContext, ofRequest);
        when(request.getRequestURI()).thenReturn(uri);
        assertThat(Target.of(request).plain()).isEqualTo(plain);
        if (plain) {
            assertThat(Target.of(request).paths()).containsExactly("/public/x");
        }
    }

    @Test
    void earlierFilterAddsItsReading() {
        Target target = Target.of(rewritten("", "/other/y", "/other/y"));
        assertThat(target.plain()).isTrue();
        assertThat(target.paths()).containsExactlyInAnyOrder("/public/x", "/other/y");
    }

    @Test
    void bothTheSentAndTheRewrittenUriMustBePlain() {
        assertThat(Target.of(rewritten("", "/public/./x", "/public/x")).plain()).isFalse();
        when(request.getRequestURI()).thenReturn("/admin/../public/x");
        assertThat(Target.of(rewritten("", "/public/x", "/public/x")).plain()).isFalse();
    }

    /** As Spring's {@code ForwardedHeaderFilter} does, from a header that any client may send. */
    @Test
    void rewrittenContextPathIsReadInBothWays() {
        Target target = Target.of(rewritten("/admin", "/admin/public/x", "/public/x"));
        assertThat(target.plain()).isTrue();
        assertThat(target.paths()).containsExactlyInAnyOrder("/public/x", "/admin/public/x");
    }

    @Test
    void rewrittenUriThatLeavesTheContextIsReadAsItIs() {
        deployed("/ctx", "/ctx");
        when(request.getRequestURI()).thenReturn("/ctx/public/x");
        for (String contextPath : new String[] {"/shop", "/other", "/ctx"}) {
            Target target = Target.of(rewritten(contextPath, "/shop/public/x", "/public/x"));
            assertThat(target.plain()).isTrue();
            assertThat(target.paths()).containsExactlyInAnyOrder("/public/x", "/shop/public/x");
        }
    }

    @Test
    void requestOfNoHttpBeneathIsNotPlain() {
        HttpServletRequest wrapper = new HttpServletRequestWrapper(request) {
            @Override
            public ServletRequest getRequest() {
                return mock(ServletRequest.class);
            }
        };
        assertThat(Target.of(wrapper).plain()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"true, /public/x, true", "false, /public/x, false", "true, /public/../x, false"})
    void laterDispatchKeepsTheJudgement(boolean sentPlain, String uri, boolean plain) {
        when(request.getDispatcherType()).thenReturn(DispatcherType.FORWARD);
        when(request.getAttribute(Decision.class.getName()))
                .thenReturn(new Decision(AuthgearSession.none(), null, sentPlain, false));
        when(request.getRequestURI()).thenReturn(uri);
        assertThat(Target.of(request).plain()).isEqualTo(plain);
    }

    @Test
    void laterDispatchWithoutAJudgementIsNotPlain() {
        when(request.getDispatcherType()).thenReturn(DispatcherType.ASYNC);
        assertThat(Target.of(request).plain()).isFalse();
    }

    private void deployed(String contextPath, String contextPathOfRequest) {
        when(context.getContextPath()).thenReturn(contextPath);
        when(request.getContextPath()).thenReturn(contextPathOfRequest);
    }

    private void mapped(String servletPath, @Nullable String pathInfo) {
        when(request.getServletPath()).thenReturn(servletPath);
        when(request.getPathInfo()).thenReturn(pathInfo);
    }

    private HttpServletRequest rewritten(String contextPath, String uri, String servletPath) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public String getContextPath() {
                return contextPath;
            }

            @Override
            public String getRequestURI() {
                return uri;
            }

            @Override
            public String getServletPath() {
                return servletPath;
            }

            @Override
            public @Nullable String getPathInfo() {
                return null;
            }
        };
    }
}

package com.authgear.headers.servlet;

import static com.authgear.headers.servlet.Requests.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CacheControlTests {
    private static final RawRequest AS_ALICE = Requests.as(ALICE, "/page");

    @Test
    void answerToAUserIsPrivate() throws Exception {
        assertThat(cacheControl(builder(), AS_ALICE, response -> {})).containsExactly("private, no-store");
    }

    @Test
    void answerWithoutAUserIsLeftToTheApplication() throws Exception {
        for (RawRequest request : List.of(Requests.nobody("/page"), Requests.invalid("/page"))) {
            assertThat(cacheControl(builder().optional(), request, response -> {}))
                    .isEmpty();
        }
    }

    @Test
    void whatTheApplicationSetsStands() throws Exception {
        assertThat(cacheControl(
                        builder(), AS_ALICE, response -> response.setHeader("cache-control", "public, max-age=60")))
                .containsExactly("public, max-age=60");
    }

    @Test
    void whatTheApplicationAddsTakesThePlaceOfTheDefault() throws Exception {
        assertThat(cacheControl(builder(), AS_ALICE, response -> {
                    response.addHeader("Cache-Control", "public");
                    response.addHeader("Cache-Control", "max-age=60");
                }))
                .containsExactly("public", "max-age=60");
        assertThat(cacheControl(builder(), AS_ALICE, response -> {
                    response.setHeader("Cache-Control", "private, no-store");
                    response.addHeader("Cache-Control", "must-revalidate");
                }))
                .containsExactly("private, no-store", "must-revalidate");
    }

    @Test
    void whatAFilterBeforeSaidStands() throws Exception {
        try (JettyServer server = JettyServer.withoutFilter()
                .filter(
                        (request, response, chain) -> {
                            ((HttpServletResponse) response).setHeader("Cache-Control", "max-age=1");
                            chain.doFilter(request, response);
                        },
                        "/*")
                .filter(builder().build(), "/*")
                .servlet("/page", new Page(response -> {}))
                .start()) {
            assertThat(server.client().send(AS_ALICE).headers("Cache-Control")).containsExactly("max-age=1");
        }
    }

    @Test
    void answerStaysPrivateAfterAResetThatForgetsAllElse() throws Exception {
        RawResponse response = send(builder(), AS_ALICE, answer -> {
            answer.setHeader("Cache-Control", "public");
            answer.setHeader("X-Other", "1");
            answer.reset();
        });
        assertThat(response.headers("Cache-Control")).containsExactly("private, no-store");
        assertThat(response.headers("X-Other")).isEmpty();
    }

    @Test
    void otherHeadersAreSetAndAddedAsEver() throws Exception {
        RawResponse response = send(builder(), AS_ALICE, answer -> {
            answer.addHeader("Vary", "Origin");
            answer.addHeader("Vary", "Accept");
            answer.setHeader("X-Other", "1");
            answer.setHeader("X-Other", "2");
            answer.addHeader("Cache-Control", "public");
        });
        assertThat(response.headers("Vary")).containsExactly("Origin", "Accept");
        assertThat(response.headers("X-Other")).containsExactly("2");
        assertThat(response.headers("Cache-Control")).containsExactly("public");
    }

    /** As on an error page, which the container may give the wrapped response. */
    @Test
    void defaultOfAnEarlierDispatchIsNotTheApplicationsOwn() {
        HttpServletResponse response = mock(HttpServletResponse.class);
        when(response.getHeader("Cache-Control")).thenReturn("private, no-store");
        PrivateResponse.of(response, DispatcherType.ERROR).addHeader("Cache-Control", "public");
        verify(response).setHeader("Cache-Control", "public");
        verify(response, never()).addHeader(anyString(), anyString());
    }

    @Test
    void includeSetsNoHeader() {
        HttpServletResponse response = mock(HttpServletResponse.class);
        assertThat(PrivateResponse.of(response, DispatcherType.INCLUDE)).isSameAs(response);
        assertThat(PrivateResponse.of(response, DispatcherType.FORWARD)).isNotSameAs(response);
    }

    @Test
    void filterThatIsThereTwiceChangesNothing() throws Exception {
        AuthgearHeadersFilter filter = builder().build();
        try (JettyServer server = JettyServer.withoutFilter()
                .filter(filter, "/*")
                .filter(filter, "/*")
                .servlet("/page", new Page(response -> response.addHeader("Cache-Control", "public")))
                .servlet("/silent", new Page(response -> {}))
                .start()) {
            assertThat(server.client().send(AS_ALICE).headers("Cache-Control")).containsExactly("public");
            assertThat(server.client().send(Requests.as(ALICE, "/silent")).headers("Cache-Control"))
                    .containsExactly("private, no-store");
        }
    }

    @Test
    void optionLeavesCachingToTheApplication() throws Exception {
        assertThat(cacheControl(builder().cacheControl(false), AS_ALICE, response -> {}))
                .isEmpty();
    }

    private static AuthgearHeadersFilter.Builder builder() {
        return AuthgearHeadersFilter.builder(Requests.secret());
    }

    private static List<String> cacheControl(AuthgearHeadersFilter.Builder builder, RawRequest request, Answer answer)
            throws Exception {
        return send(builder, request, answer).headers("Cache-Control");
    }

    private static RawResponse send(AuthgearHeadersFilter.Builder builder, RawRequest request, Answer answer)
            throws Exception {
        try (JettyServer server = JettyServer.with(builder.build())
                .servlet("/page", new Page(answer))
                .start()) {
            RawResponse response = server.client().send(request);
            assertThat(response.body()).isEqualTo("page");
            return response;
        }
    }

    /** What the application does with its response. */
    @FunctionalInterface
    private interface Answer {
        void prepare(HttpServletResponse response);
    }

    private static final class Page extends HttpServlet {
        private static final long serialVersionUID = 1L;

        private final transient Answer answer;

        Page(Answer answer) {
            this.answer = answer;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            answer.prepare(response);
            response.getWriter().print("page");
        }
    }
}

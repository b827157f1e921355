package com.authgear.headers.servlet;

import static com.authgear.headers.servlet.Requests.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.rawhttp.RawRequest;
import com.authgear.headers.rawhttp.RawResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CacheControlTests {
    private static final RawRequest AS_ALICE = Requests.as(ALICE, "/page");

    @Test
    void answerToSomebodyIsPrivate() throws Exception {
        assertThat(cacheControl(builder(), AS_ALICE, response -> {})).containsExactly("private, no-store");
    }

    @Test
    void answerToNobodyIsTheApplicationsAlone() throws Exception {
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
    void answerStaysPrivateAfterAReset() throws Exception {
        assertThat(cacheControl(builder(), AS_ALICE, response -> {
                    response.setHeader("Cache-Control", "public");
                    response.reset();
                }))
                .containsExactly("private, no-store");
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

    private static FilterBuilder builder() {
        return AuthgearHeadersFilter.builder(Requests.secret());
    }

    private static List<String> cacheControl(FilterBuilder builder, RawRequest request, Answer answer)
            throws Exception {
        try (JettyServer server = JettyServer.with(builder.build())
                .servlet("/page", new Page(answer))
                .start()) {
            RawResponse response = server.client().send(request);
            assertThat(response.body()).isEqualTo("page");
            return response.headers("Cache-Control");
        }
    }

    /** What the application says of its answer. */
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

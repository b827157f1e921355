package com.authgear.headers.servlet;

import static com.authgear.headers.servlet.Requests.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.authgear.headers.harness.RawRequest;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.PushBuilder;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HiddenHeadersTests {
    private static final RawRequest REQUEST = Requests.as(ALICE, "/see")
            .with("x-authgear-user-future: 17", "x_proxy.secret: 17", "x-proxy-public: 17", "x-time: 17");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Authgear-User-Id",
                "x-authgear-session-valid",
                "X-AUTHGEAR-USER-ROLES",
                "x-authgear-user-future",
                "x-proxy-secret",
                "X-Proxy-Secret",
                "x_proxy.secret"
            })
    void noMethodShowsTheRawHeader(String name) throws Exception {
        assertThat(see(AuthgearHeadersFilter.builder(Requests.secret()), name)).isEqualTo("null [] -1 -1 false");
    }

    @Test
    void otherHeadersStay() throws Exception {
        assertThat(see(AuthgearHeadersFilter.builder(Requests.secret()), "x-proxy-public"))
                .isEqualTo("17 [17] 17 -1 true");
    }

    @Test
    void anotherSecretHeaderIsHiddenInstead() throws Exception {
        AuthgearHeadersFilter.Builder builder =
                AuthgearHeadersFilter.builder(Requests.secret().withSecretHeader("x-proxy-public"));
        try (JettyServer server = serve(builder, new SeeServlet())) {
            String seen = server.client()
                    .send(Requests.as(ALICE, "/see")
                            .with("x-proxy-public: " + Requests.SECRET, "x-see: x-proxy-public"))
                    .body();
            assertThat(seen).isEqualTo("null [] -1 -1 false");
        }
    }

    @Test
    void trailersOfTheseNamesAreHidden() throws Exception {
        try (JettyServer server = serve(AuthgearHeadersFilter.builder(Requests.secret()), new TrailerServlet())) {
            RawRequest chunked = Requests.as(ALICE, "/see")
                    .with(
                            "Transfer-Encoding: chunked",
                            "Trailer: x-authgear-user-id, x-digest",
                            "Connection: close",
                            "")
                    .with("1", "x", "0", "x-authgear-user-id: mallory", "x-digest: 1");
            assertThat(server.client().send(chunked).body()).isEqualTo("{x-digest=1}");
        }
    }

    @Test
    void dateOfAHiddenHeaderIsNotTold() throws Exception {
        String date = ": Thu, 01 Jan 1970 00:00:10 GMT";
        RawRequest request = Requests.as(ALICE, "/see").with("x-authgear-user-since" + date, "x-date" + date);
        try (JettyServer server = serve(AuthgearHeadersFilter.builder(Requests.secret()), new DateServlet())) {
            assertThat(server.client().send(request).body()).isEqualTo("-1 10000");
        }
    }

    @Test
    void noPushBuilderStartsFromTheHeadersBeneath() {
        HttpServletRequest pushing = mock(HttpServletRequest.class);
        when(pushing.newPushBuilder()).thenReturn(mock(PushBuilder.class));
        assertThat(new HidingRequest(pushing, mock(HttpServletResponse.class), name -> false).newPushBuilder())
                .isNull();
    }

    private static String see(AuthgearHeadersFilter.Builder builder, String name) throws Exception {
        try (JettyServer server = serve(builder, new SeeServlet())) {
            return server.client().send(REQUEST.with("x-see: " + name)).body();
        }
    }

    private static JettyServer serve(AuthgearHeadersFilter.Builder builder, HttpServlet servlet) throws Exception {
        return JettyServer.with(builder.build()).servlet("/see", servlet).start();
    }

    /** Answers with the result of each header method for the header that the request names. */
    private static final class SeeServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String name = request.getHeader("x-see");
            boolean listed = Collections.list(request.getHeaderNames()).stream()
                    .anyMatch(other -> other.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)));
            response.getWriter()
                    .print(request.getHeader(name) + " " + Collections.list(request.getHeaders(name)) + " "
                            + request.getIntHeader(name) + " " + date(request, name) + " " + listed);
        }

        private static long date(HttpServletRequest request, String name) {
            try {
                return request.getDateHeader(name);
            } catch (IllegalArgumentException shownAndNoDate) {
                return -1;
            }
        }
    }

    private static final class DateServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter()
                    .print(request.getDateHeader("x-authgear-user-since") + " " + request.getDateHeader("x-date"));
        }
    }

    private static final class TrailerServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getInputStream().readAllBytes();
            response.getWriter().print(request.getTrailerFields());
        }
    }
}

package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The headers of each request decide, never an HTTP session of the application. */
@Tag("G05")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SessionTests {
    private Backend backend;

    @BeforeAll
    void start() throws Exception {
        backend = Application.behind(Deployment.SECRET_AND_ROLES.filter())
                .servlet(new SessionServlet(), "/public/session")
                .servlet(new WhoServlet(), Honest.PAGE, Honest.PUBLIC_PAGE)
                .start();
    }

    @AfterAll
    void stop() {
        backend.close();
    }

    @Test
    void headersDecideAndNotTheSession() throws IOException {
        String cookie = cookieOfASession(Honest.request().with("x-authgear-user-roles: admin"));
        assertThat(backend.body(Honest.nobody().to(Honest.PUBLIC_PAGE).with(cookie)))
                .isEqualTo(WhoServlet.NOBODY);
        assertThat(backend.send(Honest.nobody().with(cookie)).status()).isEqualTo(401);
        RawRequest bob = Honest.request().replacing("x-authgear-user-id: bob");
        assertThat(backend.body(bob.with(cookie)))
                .isEqualTo(WhoServlet.describe(Honest.called("bob")
                        .authenticatedAt(Honest.AUTHENTICATED_AT)
                        .build()));
        assertThat(backend.body(Honest.request().with(cookie))).isEqualTo(WhoServlet.describe(Honest.USER));
        assertThat(backend.body(Honest.request().with(cookie, "x-authgear-user-roles: admin")))
                .isEqualTo(WhoServlet.describe(
                        Honest.user().roles(List.of("admin")).build()));
    }

    @Test
    @Tag("G06")
    void identityCannotBeWrittenOutWithASession() {
        assertThat(Honest.USER).isNotInstanceOf(Serializable.class);
    }

    @Test
    void noSessionIsMadeForAUser() throws IOException {
        for (RawRequest request : List.of(Honest.request(), Honest.nobody(), Honest.identity())) {
            assertThat(backend.send(request).header("Set-Cookie")).isEmpty();
        }
    }

    private String cookieOfASession(RawRequest request) throws IOException {
        RawResponse response = backend.send(request.to("/public/session"));
        String cookie = response.header("Set-Cookie").orElseThrow().split(";", 2)[0];
        assertThat(cookie).startsWith("JSESSIONID=");
        return "Cookie: " + cookie;
    }

    /** Creates an HTTP session, as applications do. */
    private static final class SessionServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getSession().setAttribute("user", WhoServlet.describe(request));
            response.getWriter().print("stored");
        }
    }
}

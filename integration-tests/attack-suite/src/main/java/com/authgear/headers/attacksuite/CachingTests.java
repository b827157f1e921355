package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A shared cache must not serve one user's page to another. */
@Tag("E06")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CachingTests {
    private Backend backend;

    @BeforeAll
    void start() throws Exception {
        backend = Application.behind(Deployment.SECRET.filter())
                .servlet(new WhoServlet(), Honest.PAGE, Honest.PUBLIC_PAGE)
                .servlet(new CacheableServlet(), "/cacheable")
                .start();
    }

    @AfterAll
    void stop() {
        backend.close();
    }

    @Test
    void pageOfAUserIsPrivate() throws IOException {
        assertThat(backend.send(Honest.request()).headers("Cache-Control")).containsExactly("private, no-store");
        assertThat(backend.send(Honest.request().to(Honest.PUBLIC_PAGE)).headers("Cache-Control"))
                .containsExactly("private, no-store");
    }

    @Test
    void pageThatTheApplicationCallsPublicIs() throws IOException {
        assertThat(backend.send(Honest.request().to("/cacheable")).headers("Cache-Control"))
                .containsExactly(CacheableServlet.PUBLIC);
        assertThat(backend.send(Honest.nobody().to(Honest.PUBLIC_PAGE)).headers("Cache-Control"))
                .isEmpty();
    }

    /** States how long its page may be kept. */
    private static final class CacheableServlet extends HttpServlet {
        static final String PUBLIC = "public, max-age=60";

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setHeader("Cache-Control", PUBLIC);
            response.getWriter().print("for everybody");
        }
    }
}

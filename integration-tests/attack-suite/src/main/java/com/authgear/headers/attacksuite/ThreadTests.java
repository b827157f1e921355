package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No identity stays on the thread or connection that served a user. */
@Tag("G04")
final class ThreadTests {
    private static final int ROUNDS = 50;
    private static final RawRequest USER = Honest.request().to("/public/thread").with("Connection: keep-alive");
    private static final RawRequest NOBODY =
            Honest.nobody().to("/public/thread").with("Connection: keep-alive");

    @Test
    void requestOnTheThreadOfAUserHasNoUser() throws Exception {
        Set<String> threadsOfTheUser = new HashSet<>();
        Set<String> threadsOfBoth = new HashSet<>();
        try (Backend backend = start();
                Socket socket = backend.client().connect()) {
            for (int i = 0; i < ROUNDS; i++) {
                threadsOfTheUser.add(threadThatServed(WhoServlet.describe(Honest.USER), backend, socket, USER));
                threadsOfBoth.add(threadThatServed(WhoServlet.NOBODY, backend, socket, NOBODY));
            }
        }
        threadsOfBoth.retainAll(threadsOfTheUser);
        assertThat(threadsOfBoth).isNotEmpty();
    }

    @Test
    void requestAfterAFailedServletHasNoUser() throws Exception {
        try (Backend backend = start();
                LogCapture quiet = LogCapture.start()) {
            assertThat(backend.send(Honest.request().to("/public/thread?fail")).status())
                    .isEqualTo(500);
            assertThat(backend.body(NOBODY.without("Connection"))).startsWith(WhoServlet.NOBODY);
            assertThat(Refusal.of(quiet.lines())).isEmpty();
        }
    }

    private static String threadThatServed(String user, Backend backend, Socket socket, RawRequest request)
            throws IOException {
        String[] answer = backend.client().exchange(socket, request).body().split("\n", -1);
        assertThat(answer[0]).isEqualTo(user);
        return answer[1];
    }

    private static Backend start() throws Exception {
        return Application.behind(Deployment.SECRET.filter())
                .servlet(new ThreadServlet(), "/public/thread")
                .start(ContainerOption.ONE_THREAD);
    }

    /** Answers the user and the thread. */
    private static final class ThreadServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getQueryString() != null) {
                throw new IllegalStateException("on purpose");
            }
            String thread = Thread.currentThread().getName();
            response.getWriter().print(WhoServlet.describe(request) + "\n" + thread);
        }
    }
}

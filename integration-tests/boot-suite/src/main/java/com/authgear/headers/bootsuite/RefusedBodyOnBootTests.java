package com.authgear.headers.bootsuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawConnection;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

/** A client that is refused while it sends a body holds no thread, and leaves no state on one. */
final class RefusedBodyOnBootTests {
    private static final int SLOW_CLIENTS = 24;
    private static final Setup FEW_THREADS = SharedApplications.DEFAULT
            .with(StepUpController.class)
            .with(StepUpController.Vault.class)
            .with("server.tomcat.threads.max=4", "server.jetty.threads.max=8");
    private static final String KEEP = "Connection: keep-alive";

    /** Refused by the failure handler, by the entry point, and by a filter behind the ExceptionTranslationFilter. */
    private static List<RawRequest> refused() {
        return List.of(
                Requests.forged(Requests.ALICE, "/me").by("POST").with(KEEP),
                RawRequest.of("POST", "/me", KEEP),
                Requests.as(StepUpUsers.aged(310), "/transfer").with(KEEP));
    }

    @ParameterizedTest
    @EnumSource
    void refusedClientThatSendsNoMoreHoldsNoThread(Container container) throws IOException {
        for (RawRequest refused : refused()) {
            List<RawConnection> slow = new ArrayList<>();
            try {
                for (int i = 0; i < SLOW_CLIENTS; i++) {
                    RawConnection connection =
                            FEW_THREADS.on(container).client().open();
                    slow.add(connection);
                    connection.write(refused.with("Content-Length: 2000000"));
                }
                assertOthersAreServed(FEW_THREADS.on(container));
                for (RawConnection connection : slow) {
                    RawResponse answer = connection.read("POST");
                    assertThat(answer.status()).isEqualTo(401);
                    assertThat(answer.header("Connection")).contains("close");
                    assertThat(connection.hasEnded()).isTrue();
                }
            } finally {
                for (RawConnection connection : slow) {
                    connection.close();
                }
            }
            assertOthersAreServed(FEW_THREADS.on(container));
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusedBodyGetsThePlainAnswerAndItsConnectionLives(Container container) throws IOException {
        Application application = FEW_THREADS.on(container);
        for (RawRequest refused : refused()) {
            RawResponse plain = application.send(refused.replacing("Connection: close"));
            assertThat(plain.status()).isEqualTo(401);
            try (RawConnection connection = application.client().open()) {
                connection.write(refused.withBody("x".repeat(1_500_000)));
                RawResponse answer = connection.read("POST");
                assertThat(answer.status()).isEqualTo(401);
                assertThat(answer.body()).isEqualTo(plain.body());
                assertThat(answer.headers("WWW-Authenticate")).isEqualTo(plain.headers("WWW-Authenticate"));
                assertThat(answer.headers("X-Content-Type-Options"))
                        .isEqualTo(plain.headers("X-Content-Type-Options"))
                        .hasSize(1);
                connection.write(Requests.as(Requests.ALICE, "/me").with(KEEP));
                assertThat(connection.read("GET").body()).isEqualTo("alice");
            }
        }
    }

    /** Its request is asynchronous, and its stream takes no listener. */
    @Test
    void mockMvcSeesTheRefusalOfABody() throws Exception {
        WebApplicationContext context =
                (WebApplicationContext) FEW_THREADS.on(Container.TOMCAT).context();
        MockHttpServletResponse answer = MockMvcs.post(MockMvcs.of(context), "/me", request -> {
            request.setContent(new byte[100]);
            return request;
        });
        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getContentAsString()).contains("authentication_required");
    }

    /** Asks each of the few threads. */
    private static void assertOthersAreServed(Application application) throws IOException {
        for (int i = 0; i < SLOW_CLIENTS; i++) {
            assertThat(application.body(Requests.nobody("/public/holder"))).isEqualTo("anonymousUser");
        }
        assertThat(application.status(RawRequest.get("/actuator/health"))).isEqualTo(200);
        assertThat(application.body(Requests.as(Requests.ALICE, "/me"))).isEqualTo("alice");
    }
}

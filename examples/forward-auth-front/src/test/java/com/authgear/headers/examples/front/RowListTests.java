package com.authgear.headers.examples.front;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.rawhttp.RawRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;

/** A table that cannot fail would check nothing: this backend lets everybody in. */
final class RowListTests {
    private static final String SECRET = "the-secret-of-the-tests-and-of-nothing-else";

    @Test
    void openBackendFailsTheRows() throws IOException {
        try (Deployment deployment =
                new Deployment(Optional.empty(), Path.of("."), Ports.ANY, OpenBackend::start, SECRET)) {
            RowList list = new RowList(deployment);
            list.everyAnswer("there are answers", answer -> true);
            list.through("GET /me", Expectation.unauthorized(false), RawRequest.get("/me"));
            list.same("/me", "forged", RawRequest.get("/me"));
            list.everyAnswer("no cookie", answer -> answer.headers("Set-Cookie").isEmpty());
            list.everyAnswer("an answer", answer -> answer.status() == 404);
            List<Boolean> holds =
                    list.rows().stream().map(row -> row.run().holds()).toList();
            assertThat(holds).containsExactly(false, false, false, false, true);
        }
    }

    private record OpenBackend(LoopbackServer server) implements Backend {
        static Backend start(int port) throws IOException {
            Server jetty = new Server();
            jetty.setHandler(new SessionHandler());
            return new OpenBackend(LoopbackServer.start("the backend", jetty, port, "BACKEND_PORT"));
        }

        @Override
        public int port() {
            return server.port();
        }

        @Override
        public void close() {
            server.close();
        }
    }

    private static final class SessionHandler extends org.eclipse.jetty.server.Handler.Abstract {
        @Override
        public boolean handle(
                org.eclipse.jetty.server.Request request,
                org.eclipse.jetty.server.Response response,
                org.eclipse.jetty.util.Callback callback) {
            response.getHeaders().add("Set-Cookie", "JSESSIONID=1");
            response.setStatus(404);
            callback.succeeded();
            return true;
        }
    }
}

package com.authgear.headers.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table fails for a backend that lets every request in. */
final class RowListTests {
    @Test
    void openBackendFailsTheRows() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", RowListTests::letIn);
        server.start();
        try {
            RawClient client = RawClient.of(server.getAddress().getPort());
            RowList list = new RowList(client, client);
            list.everyAnswer("there are answers", answer -> true);
            list.through("GET /me", Expectation.unauthorized(false), RawRequest.get("/me"));
            list.same("/me", "forged", RawRequest.get("/me"));
            list.everyAnswer("no cookie", answer -> answer.headers("Set-Cookie").isEmpty());
            list.everyAnswer("an answer", answer -> answer.status() == 404);
            List<Boolean> holds =
                    list.rows().stream().map(row -> row.run().holds()).toList();
            assertThat(holds).containsExactly(false, false, false, false, true);
        } finally {
            server.stop(0);
        }
    }

    private static void letIn(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Set-Cookie", "JSESSIONID=1");
        exchange.sendResponseHeaders(404, -1);
        exchange.close();
    }
}

package com.authgear.headers.resolverstub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultTests {
    private static final String ALICE = "Authorization: Bearer alice";
    /** More than the server has threads. */
    private static final int MANY = 50;

    @AutoClose
    private final ResolverStub stub = Fixtures.start(ResolverStub.builder());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ERROR_JSON | 500 | application/json          | {"error":{"name":"InternalError",
            ERROR_TEXT | 500 | text/plain; charset=utf-8 | internal error
            NO_HEADERS | 200 | none                      | ``
            NOT_FOUND  | 404 | text/plain; charset=utf-8 | app not found
            """)
    void wrongAnswers(Fault.Simple fault, int status, String type, String body) throws IOException {
        stub.fault(fault);
        for (String path : List.of("/resolve", "/_resolver/resolve")) {
            RawResponse response = Fixtures.get(stub, path, ALICE);
            assertThat(response.status()).isEqualTo(status);
            assertThat(response.header("Content-Type").orElse("none")).isEqualTo(type);
            assertThat(response.body()).startsWith(body);
            assertThat(response.lines()).noneMatch(line -> line.startsWith("X-Authgear-"));
            assertThat(response.headers("X-Content-Type-Options")).containsExactly("nosniff");
        }
        assertThat(Fixtures.get(stub, "/healthz").status()).isEqualTo(200);
        assertRecovers();
    }

    @Test
    void textOfTheErrors() throws IOException {
        stub.fault(Fault.Simple.ERROR_TEXT);
        assertThat(Fixtures.get(stub, "/resolve").body()).isEqualTo("internal error\n");
        stub.fault(Fault.Simple.NOT_FOUND);
        assertThat(Fixtures.get(stub, "/resolve").body()).isEqualTo("app not found\n");
        stub.fault(Fault.Simple.ERROR_JSON);
        assertThat(Fixtures.get(stub, "/resolve").body()).endsWith("}}");
    }

    private void assertRecovers() throws IOException {
        stub.fault(Fault.Simple.NONE);
        assertThat(Fixtures.outcome(Fixtures.get(stub, "/resolve", ALICE))).isEqualTo("alice");
    }

    @Test
    void slowIsRightButLate() throws IOException {
        stub.fault(new Fault.Slow(Duration.ofMillis(200)));
        long before = System.nanoTime();
        assertThat(Fixtures.outcome(Fixtures.get(stub, "/resolve", ALICE))).isEqualTo("alice");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        assertRecovers();
    }

    @Test
    void waitingRequestsHoldNoThread() throws IOException {
        for (Fault fault : List.of(Fault.Simple.HANG, new Fault.Slow(Duration.ofHours(1)))) {
            stub.fault(fault);
            List<Socket> waiting = ask(MANY);
            assertThat(Fixtures.get(stub, "/healthz").status()).isEqualTo(200);
            assertRecovers();
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    private List<Socket> ask(int times) throws IOException {
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Socket socket = RawClient.of(stub.port()).connect();
            OutputStream out = socket.getOutputStream();
            out.write("GET /resolve HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            sockets.add(socket);
        }
        Fixtures.await(() -> stub.requests().size() >= times);
        return sockets;
    }

    @Test
    void hangEndsWithoutAnAnswerWhenTheStubCloses() throws IOException {
        stub.fault(Fault.Simple.HANG);
        Socket socket = ask(1).get(0);
        stub.close();
        assertThat(socket.getInputStream().readAllBytes()).isEmpty();
        socket.close();
    }

    @Test
    void aDelayIsNotNegative() {
        assertThatThrownBy(() -> new Fault.Slow(Duration.ofMillis(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Fault.Slow(Duration.ZERO).delay()).isZero();
    }

    @Test
    void faultsLeaveTheOtherPathsAlone() throws IOException {
        stub.fault(Fault.Simple.HANG);
        assertThat(Fixtures.get(stub, "/login").status()).isEqualTo(200);
        assertThat(Fixtures.get(stub, "/x").status()).isEqualTo(404);
        assertThat(Fixtures.send(stub, RawRequest.of("POST", "/resolve")).status())
                .isEqualTo(405);
    }
}

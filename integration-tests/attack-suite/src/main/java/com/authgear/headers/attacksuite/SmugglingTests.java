package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.rawhttp.RawClient;
import com.authgear.headers.rawhttp.RawRequest;
import com.authgear.headers.rawhttp.RawResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request inside the body of another, where proxy and container disagree about the end of a body. */
@Tag("C05")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SmugglingTests {
    private static final RawRequest LAST = RawRequest.get(Honest.PUBLIC_PAGE, "Connection: close");

    private Backend backend;

    @BeforeAll
    void start() throws Exception {
        backend = AttackTests.start(Deployment.SECRET);
    }

    @AfterAll
    void stop() {
        backend.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked",
                "Transfer-Encoding:\tchunked",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding : chunked",
                "X: y\nTransfer-Encoding: chunked",
                "Content-Length: 5"
            })
    void requestThatWasSmuggledInHasNoSecret(String disagreement) throws IOException {
        String body = "0\r\n\r\n" + text(Honest.identity().with(Honest.COOKIE_LINE));
        RawRequest carrier = RawRequest.of("POST", Honest.PUBLIC_PAGE, "Connection: keep-alive", disagreement)
                .withBody(body);
        RawRequest both = carrier.has("Transfer-Encoding") ? carrier.with("Content-Length: " + body.length()) : carrier;
        assertThat(answers(both)).doesNotContain(Honest.USER_ID);
    }

    @Test
    void requestBehindAnotherIsServed() throws IOException {
        RawRequest two = RawRequest.get(Honest.PUBLIC_PAGE, "Connection: keep-alive");
        assertThat(answers(two.with(
                        "",
                        text(Honest.request().with("Connection: keep-alive")).stripTrailing())))
                .contains(WhoServlet.describe(Honest.USER));
    }

    /** All that comes behind the first answer. */
    private String answers(RawRequest carrier) throws IOException {
        RawClient client = backend.client();
        try (Socket socket = client.connect()) {
            RawResponse first = client.exchange(socket, carrier);
            assertThat(first.status()).isIn(200, 400, 401, 501);
            return first.status() == 200 ? rest(client, socket) : "";
        } catch (IOException hungUp) {
            return "";
        }
    }

    private static String rest(RawClient client, Socket socket) throws IOException {
        RawResponse second = client.exchange(socket, LAST);
        byte[] more = socket.getInputStream().readAllBytes();
        return second.comparable() + new String(more, StandardCharsets.ISO_8859_1);
    }

    private static String text(RawRequest request) {
        return request.method() + " " + request.target() + " HTTP/1.1\r\nHost: a\r\n"
                + String.join("\r\n", request.lines()) + "\r\n\r\n";
    }
}

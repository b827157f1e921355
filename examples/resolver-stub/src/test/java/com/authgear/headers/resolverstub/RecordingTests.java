package com.authgear.headers.resolverstub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a stub remembers, and its life from start to close. */
class RecordingTests {
    @Test
    void recordsHowTheProxyAsked() throws IOException {
        try (ResolverStub stub = ResolverStub.builder().build().start()) {
            Fixtures.get(
                    stub, "/resolve?q=1", "X-Forwarded-Host: a", "x-forwarded-HOST: b", "X-Forwarded-Proto: https");
            Fixtures.send(stub, RawRequest.of("POST", "/_resolver//x").withBody("12345"));
            Fixtures.get(stub, "/resolve", "Transfer-Encoding: chunked");
            String host = "127.0.0.1:" + stub.port();
            assertThat(stub.requests())
                    .containsExactly(
                            new RecordedRequest(
                                    "GET",
                                    "/resolve?q=1",
                                    host,
                                    Map.of(
                                            "x-forwarded-host",
                                            List.of("a", "b"),
                                            "x-forwarded-proto",
                                            List.of("https")),
                                    0),
                            new RecordedRequest("POST", "/_resolver//x", host, Map.of(), 5),
                            new RecordedRequest("GET", "/resolve", host, Map.of(), -1));
        }
    }

    @Test
    void recordsEveryHeaderThatCouldNameAnotherHost() throws IOException {
        try (ResolverStub stub = ResolverStub.builder().build().start()) {
            Fixtures.get(
                    stub, "/resolve", "X-Original-Host: a", "Forwarded: host=b", "X-Forwardedness: c", "X-Other: d");
            assertThat(stub.requests())
                    .singleElement()
                    .extracting(RecordedRequest::forwarded)
                    .isEqualTo(Map.of("x-original-host", List.of("a"), "forwarded", List.of("host=b")));
        }
    }

    @Test
    void forgetsTheOldest() throws IOException {
        try (ResolverStub stub = ResolverStub.builder().build().start()) {
            RawClient client = RawClient.of(stub.port());
            try (Socket socket = client.connect()) {
                for (int i = 0; i < 105; i++) {
                    client.exchange(socket, RawRequest.get("/resolve?" + i, "Connection: keep-alive"));
                }
            }
            List<RecordedRequest> requests = stub.requests();
            assertThat(requests).hasSize(100);
            assertThat(requests.get(0).path()).isEqualTo("/resolve?5");
            assertThat(requests.get(99).path()).isEqualTo("/resolve?104");
        }
    }

    @Test
    void aConnectionServesSeveralRequests() throws IOException {
        try (ResolverStub stub = ResolverStub.builder().build().start()) {
            RawClient client = RawClient.of(stub.port());
            try (Socket socket = client.connect()) {
                for (String user : List.of("alice", "bob")) {
                    RawRequest request =
                            RawRequest.get("/resolve", "Connection: keep-alive", "Authorization: Bearer " + user);
                    assertThat(Fixtures.outcome(client.exchange(socket, request)))
                            .isEqualTo(user);
                }
            }
        }
    }

    @Test
    void manyRolesFitIntoTheAnswer() throws IOException {
        List<String> roles = IntStream.range(0, 200)
                .mapToObj(i -> "role_" + i + "_" + "x".repeat(30))
                .toList();
        StubUser user =
                StubUser.enabled(AuthgearPrincipal.builder("u").roles(roles).build());
        try (ResolverStub stub = ResolverStub.builder()
                .users(UserTable.of(Map.of("u", user)))
                .build()
                .start()) {
            assertThat(Fixtures.get(stub, "/resolve", "Authorization: Bearer u").header("X-Authgear-User-Roles"))
                    .contains(String.join(",", roles));
        }
    }

    @Test
    void hasAPortWhileItRuns() throws IOException {
        ResolverStub stub = ResolverStub.builder().build();
        assertThatThrownBy(stub::port).isInstanceOf(IllegalStateException.class);
        stub.start();
        assertThat(stub.uri()).hasToString("http://127.0.0.1:" + stub.port());
        stub.close();
        stub.close();
        assertThatThrownBy(stub::uri).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysWhichPortIsTaken() throws IOException {
        try (ServerSocket taken = Fixtures.take(1, 0)) {
            ResolverStub stub =
                    ResolverStub.builder().port(taken.getLocalPort()).build();
            assertThatThrownBy(stub::start)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("cannot listen on 127.0.0.1:" + taken.getLocalPort() + ": ");
        }
    }

    @Test
    void listensOnTheLoopbackAddressOnly() throws IOException {
        try (ResolverStub stub = ResolverStub.builder().build().start();
                ServerSocket neighbour = Fixtures.take(2, stub.port())) {
            assertThat(neighbour.isBound())
                    .as("the port of another address is free")
                    .isTrue();
        }
    }

    @Test
    void refusesSwitchesThatCannotBe() {
        ResolverStub.Builder builder = ResolverStub.builder();
        assertThatThrownBy(() -> builder.port(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.port(65_536)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.cookiePrefix("a;b")).isInstanceOf(IllegalArgumentException.class);
        assertThat(builder.port(65_535).cookiePrefix("a.b-c_")).isSameAs(builder);
    }
}

package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row for the page of a user, sent as a handshake: an endpoint knows the same user, or none, as a servlet. */
@Tag("G16")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WebSocketAttackTests {
    private final Map<Deployment, Sockets> running = new EnumMap<>(Deployment.class);

    static Stream<Attack> attacks() {
        return AttackTable.attacks()
                .filter(attack -> attack.request().method().equals("GET"))
                .filter(attack -> attack.request().target().equals(Honest.PAGE));
    }

    @AfterAll
    void stop() {
        running.values().forEach(Sockets::close);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void attacks(Attack attack) throws Exception {
        RawRequest request = attack.request().to(SocketGreeting.Annotated.PATH);
        Sockets sockets = running(attack.deployment());
        Optional<RawResponse> page = answer(() -> sockets.get(attack.request(), attack.peer()));
        Optional<RawResponse> endpoint = answer(() -> sockets.send(request, attack.peer()));
        switch (page.map(RawResponse::status).orElse(0)) {
            case 200 ->
                assertThat(endpoint).map(Sockets::user).contains(page.get().body());
            case 401 -> assertThat(endpoint).map(RawResponse::status).contains(401);
            // The container found that it is no HTTP, and may say so or hang up.
            default ->
                assertThat(endpoint.filter(response -> response.status() < 400)).isEmpty();
        }
    }

    private Sockets running(Deployment deployment) throws Exception {
        Sockets started = running.get(deployment);
        if (started == null) {
            started = Sockets.start(deployment.filter(), Registering.DESCRIPTOR);
            running.put(deployment, started);
        }
        return started;
    }

    private static Optional<RawResponse> answer(Sending sending) {
        try {
            return Optional.of(sending.send());
        } catch (IOException hungUp) {
            return Optional.empty();
        }
    }

    private interface Sending {
        RawResponse send() throws IOException;
    }
}

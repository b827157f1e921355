package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Sends a row, an honest request behind it, and its twin, and judges the three outcomes. */
public final class AttackCheck {
    private static final String KEEP_ALIVE = "Connection: keep-alive";
    private static final Pattern RESERVED = Pattern.compile("(?i)x[-_.]authgear[a-z_.-]*");
    private static final String CLOSE = "Connection: close";

    private final Attack attack;
    private final Backend backend;

    private AttackCheck(Attack attack, Backend backend) {
        this.attack = attack;
        this.backend = backend;
    }

    /** Fails unless all is as the row says. */
    public static void run(Attack attack, Backend backend) throws IOException {
        AttackCheck check = new AttackCheck(attack, backend);
        try {
            check.verify(attack.request(), attack.peer(), attack.outcome());
            check.verify(attack.twin(), Honest.PROXY, attack.twinOutcome());
        } catch (AssertionError e) {
            throw new AssertionError(attack + " (or its twin): " + e.getMessage(), e);
        }
    }

    private void verify(RawRequest request, int peer, Outcome outcome) throws IOException {
        RawRequest sent = request.has("Connection") ? request : request.with(KEEP_ALIVE);
        RawClient client = backend.client().from(peer);
        RawResponse plain = client.send(plain(sent));
        try (LogCapture log = LogCapture.start()) {
            Optional<RawResponse> response = send(client, sent);
            backend.printCounted();
            Refusal.assertTellNothing(log.lines(), sent);
            outcome.verify(new Exchange(sent, response, plain, Refusal.of(log.lines())));
        }
    }

    /** The request without an identity: only its credential, {@code Connection} and body stay. */
    static RawRequest plain(RawRequest request) {
        List<String> kept = request.lines().stream()
                .filter(line -> line.startsWith("Authorization:") || line.startsWith("Connection:"))
                .map(line -> RESERVED.matcher(line).replaceAll("x-other"))
                .toList();
        String body = request.has("Transfer-Encoding") ? "" : request.body();
        return new RawRequest(request.method(), Honest.PAGE, kept, body);
    }

    private Optional<RawResponse> send(RawClient client, RawRequest request) throws IOException {
        try (Socket socket = client.connect()) {
            Optional<RawResponse> response = exchange(client, socket, request);
            if (response.isPresent() && !isLast(request, response.get())) {
                follow(client, socket, isOurs(response.get()));
            }
            return response;
        }
    }

    private void follow(RawClient client, Socket socket, boolean mustBeAnswered) {
        Optional<String> body = exchange(client, socket, next().with(CLOSE)).map(RawResponse::body);
        if (mustBeAnswered || body.isPresent()) {
            assertThat(body).as("the honest request behind it").contains(nextBody());
        }
    }

    /** A container may close the connection after its own 400 without announcing it. */
    private static boolean isOurs(RawResponse response) {
        return response.status() == 401 || response.status() == 200;
    }

    private static Optional<RawResponse> exchange(RawClient client, Socket socket, RawRequest request) {
        try {
            return Optional.of(client.exchange(socket, request));
        } catch (IOException hungUp) {
            return Optional.empty();
        }
    }

    private static boolean asksForClose(RawRequest request) {
        return request.lines().stream().anyMatch(AttackCheck::isClose);
    }

    private static boolean isLast(RawRequest request, RawResponse response) {
        return asksForClose(request) || response.lines().stream().anyMatch(AttackCheck::isClose);
    }

    private static boolean isClose(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return lower.startsWith("connection:") && lower.contains("close");
    }

    /**
     * The honest request sent after the attack. From another address than the proxy's it is one that needs no identity.
     */
    private RawRequest next() {
        if (isStranger()) {
            return RawRequest.get(Honest.PUBLIC_PAGE);
        }
        return Honest.request();
    }

    private String nextBody() {
        return isStranger() ? WhoServlet.NOBODY : WhoServlet.describe(Honest.USER);
    }

    private boolean isStranger() {
        return attack.deployment().asksForTheAddress() && attack.peer() != Honest.PROXY;
    }
}

package com.authgear.headers.examples.proxies;

import static com.authgear.headers.harness.RowList.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** A WebSocket opens through every recipe, and no other upgrade does, however a client asks for it. */
public final class UpgradeContract {
    private static final long SEED = 20_261_128;
    private static final int REQUESTS = 300;

    private UpgradeContract() {}

    /** Opens WebSockets, sends generated requests, and closes the rig. */
    public static void isKeptBy(Rig started) throws Exception {
        try (Rig rig = started) {
            for (String spelling : List.of("websocket", "WebSocket", "WEBSOCKET")) {
                RawRequest request =
                        RawRequest.get("/", bearer("alice"), "Upgrade: " + spelling, "Connection: keep-alive, Upgrade");
                assertThat(WebSocketEcho.of(rig.client(), request, spelling)).isEqualTo(spelling);
            }
            assertThat(echoToTheClientOfTheJdk(rig, "hello")).isEqualTo("hello");
            UpgradeTrial trial = UpgradeTrial.run(
                    rig.client(),
                    rig.backend(),
                    new UpgradeRequests(SEED),
                    REQUESTS,
                    List.of("/", "/deep", "/health"),
                    bearer("alice"));
            assertThat(trial.wrong()).as("of seed " + SEED).isEmpty();
            assertThat(rig.backend().heads())
                    .filteredOn(head -> !RawHead.of(head).target().equals("/health"))
                    .allMatch(head -> Visitor.ALICE.came(head, Rig.SECRET), "came as alice");
            assertThat(trial.webSockets()).isGreaterThan(REQUESTS / 10);
            assertThat(trial.others()).isGreaterThan(REQUESTS / 20);
        }
    }

    private static String echoToTheClientOfTheJdk(Rig rig, String text) throws Exception {
        CompletableFuture<String> heard = new CompletableFuture<>();
        WebSocket.Listener listener = new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
                heard.complete(data.toString());
                return CompletableFuture.completedStage(null);
            }
        };
        WebSocket webSocket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer alice")
                .buildAsync(URI.create("ws://127.0.0.1:" + rig.front().port() + "/"), listener)
                .get(20, TimeUnit.SECONDS);
        webSocket.sendText(text, true).get(20, TimeUnit.SECONDS);
        String answer = heard.get(20, TimeUnit.SECONDS);
        webSocket.abort();
        return answer;
    }
}

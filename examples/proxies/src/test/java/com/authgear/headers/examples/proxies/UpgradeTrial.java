package com.authgear.headers.examples.proxies;

import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of {@link UpgradeRequests} sent through a proxy to an {@link EchoBackend}, which agrees to every upgrade.
 *
 * @param webSockets how many reached the backend as a request for a WebSocket
 * @param others how many reached it as a request for no upgrade
 * @param wrong each that reached it as anything else, and each other upgrade that the client was granted
 */
public record UpgradeTrial(long webSockets, long others, List<String> wrong) {
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final String WEBSOCKET = "websocket";
    private static final String NUMBER = "X-Number";

    public UpgradeTrial {
        wrong = List.copyOf(wrong);
    }

    /** Sends as many as wanted, to the paths in turn, with some lines in all of them. */
    public static UpgradeTrial run(
            RawClient client,
            EchoBackend backend,
            UpgradeRequests requests,
            int count,
            List<String> paths,
            String... lines) {
        List<RawRequest> sent = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            RawRequest request =
                    requests.next(paths.get(i % paths.size()), lines).with(NUMBER + ": " + i);
            sent.add(request);
            Optional<RawResponse> answer = answer(client, request);
            if (answer.filter(UpgradeTrial::isAnotherUpgrade).isPresent()) {
                wrong.add(request + " was granted " + answer.get());
            }
        }
        List<RawHead> heads = backend.heads().stream().map(RawHead::of).toList();
        heads.stream()
                .filter(head -> !isWebSocket(head) && !isPlain(head))
                .map(head -> sent(head, sent) + " came as " + head)
                .forEach(wrong::add);
        return new UpgradeTrial(
                heads.stream().filter(UpgradeTrial::isWebSocket).count(),
                heads.stream().filter(UpgradeTrial::isPlain).count(),
                wrong);
    }

    /** To hang up is a way to refuse it. */
    private static Optional<RawResponse> answer(RawClient client, RawRequest request) {
        try {
            return Optional.of(client.send(request));
        } catch (IOException hungUp) {
            return Optional.empty();
        }
    }

    private static boolean isAnotherUpgrade(RawResponse answer) {
        return answer.status() == SWITCHING_PROTOCOLS
                && !answer.headers("Upgrade").equals(List.of(WEBSOCKET));
    }

    private static String sent(RawHead head, List<RawRequest> sent) {
        return head.first(NUMBER)
                .map(number -> sent.get(Integer.parseInt(number)).toString())
                .orElse("another request");
    }

    /** In constant words, which nothing that a client can write changes. */
    private static boolean isWebSocket(RawHead head) {
        return head.values("Upgrade").equals(List.of(WEBSOCKET))
                && head.values("Connection").size() == 1
                && head.values("Connection").get(0).equalsIgnoreCase("upgrade")
                && isWellFormed(head);
    }

    /** No upgrade, and no header named that the next hop would remove. */
    private static boolean isPlain(RawHead head) {
        return head.values("Upgrade").isEmpty()
                && head.values("Connection").stream().allMatch(value -> value.matches("(?i)close|keep-alive"))
                && isWellFormed(head);
    }

    private static boolean isWellFormed(RawHead head) {
        return head.values("HTTP2-Settings").isEmpty()
                && head.lines().stream().allMatch(line -> line.matches("[A-Za-z0-9-]+:.*"));
    }
}

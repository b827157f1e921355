package com.authgear.headers.test;

import static com.authgear.headers.AuthgearHeader.USER_ID;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One run of a {@link ForgeryCheck}: what was sent, and what was wrong with the answers. Not thread-safe. */
final class ForgeryRun {
    /** Stands for no forgery, but for an honest request that is mistaken for that of another user before it. */
    static final ForgedRequest MISTAKEN =
            new ForgedRequest("G04", "user mistaken for another who came before", "GET", List.of());

    /** The answers of servers to a method that a page does not have. */
    private static final List<Integer> NO_SUCH_METHOD = List.of(405, 501);

    private final ForgeryCheck.Sender sender;
    private final HeaderLines honest;
    private final int refusal;
    private final CookieJar cookies = new CookieJar();
    private final Set<String> faults = new LinkedHashSet<>();

    ForgeryRun(ForgeryCheck.Sender sender, HeaderLines honest, int refusal) {
        this.sender = sender;
        this.honest = honest;
        this.refusal = refusal;
    }

    /** {@return a line for each forgery that was not refused, in their order} */
    Set<String> faults() {
        return faults;
    }

    /** The page may refuse the other user, but must not remember that one. */
    void sendAnotherUser() {
        send("GET", honest.replacing(USER_ID.wireName(), ForgeryCatalog.OTHER));
    }

    ForgeryCheck.Answer sendHonest() {
        ForgeryCheck.Answer answer = send("GET", honest);
        if (answer.body().contains(ForgeryCatalog.OTHER)) {
            faults.add(MISTAKEN + ": " + answer.status());
        }
        return answer;
    }

    void sendForged(ForgedRequest forged, String page) {
        ForgeryCheck.Answer answer;
        try {
            answer = exchange(forged.method(), new HeaderLines(forged.headers()));
        } catch (SocketTimeoutException e) {
            throw new UncheckedIOException(e);
        } catch (IOException e) {
            faults.add(forged + ": no answer (" + e.getMessage() + ")");
            return;
        }
        if (!isRefusal(forged, answer.status())) {
            faults.add(forged + ": " + answer.status());
        } else if (!page.isBlank() && answer.body().equals(page)) {
            faults.add(forged + ": " + answer.status() + " with the page of the user");
        }
    }

    private boolean isRefusal(ForgedRequest forged, int status) {
        return status == refusal || (!forged.method().equals("GET") && NO_SUCH_METHOD.contains(status));
    }

    private ForgeryCheck.Answer send(String method, HeaderLines lines) {
        try {
            return exchange(method, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ForgeryCheck.Answer exchange(String method, HeaderLines lines) throws IOException {
        ForgeryCheck.Answer answer = sender.send(method, cookies.addTo(lines).list());
        cookies.keep(answer.cookies());
        return answer;
    }
}

package com.authgear.headers.examples.proxycheck;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What the proxy must forward: bodies, methods, and the {@code Set-Cookie} with which the resolver clears a cookie. */
final class PassingChecks {
    private static final String BODY = "0123456789".repeat(30_000);
    private static final String CHUNK = "0123456789".repeat(100);
    private static final int CHUNKS = 50;
    private static final Expected ANSWERED = Expected.of(
            "answered by the proxy", exchange -> !exchange.reachedBackend() && exchange.status() / 100 == 2);

    private PassingChecks() {}

    static Stream<Check> list() {
        return Stream.of(
                body("body", "A body of 300 kB arrives whole.", "Content-Length", PassingChecks::whole, BODY),
                body(
                        "body-chunked",
                        "A body in chunks arrives whole.",
                        "chunks",
                        PassingChecks::chunked,
                        CHUNK.repeat(CHUNKS)),
                method("HEAD", "HEAD arrives as HEAD, with the same identity.", arrives -> arrives),
                method(
                        "OPTIONS",
                        "OPTIONS arrives without forged headers, or the proxy answers it.",
                        arrives -> arrives.or(ANSWERED).orRefused()),
                Check.of(
                                "clearing-cookie",
                                "The resolver's clearing of a dead session cookie reaches the browser.",
                                Mend.of("set-cookie"),
                                PassingChecks::cleared)
                        .asOptional());
    }

    private static Check body(String name, String about, String how, UnaryOperator<Sent> with, String body) {
        return Check.of(name, about, Mend.of("body"), bench -> {
            User user = bench.users().alice();
            Sent request = with.apply(Sent.of("POST", bench.target().path(), user.bearer()));
            Expected whole = new Expected(
                    "the whole body",
                    exchange -> exchange.arrival()
                            .filter(arrival -> arrival.body().equals(body))
                            .isPresent(),
                    exchange -> exchange.arrival()
                            .map(arrival -> arrival.body().length() + " bytes")
                            .orElse("no body"));
            return List.of(new Case(
                    "POST " + bench.target().path() + ", " + how,
                    request,
                    bench.arrives(user).and(whole)));
        });
    }

    private static Sent whole(Sent request) {
        return request.withBody(BODY);
    }

    private static Sent chunked(Sent request) {
        String chunk = Integer.toHexString(CHUNK.length()) + "\r\n" + CHUNK + "\r\n";
        return request.with("Transfer-Encoding: chunked").withBody(chunk.repeat(CHUNKS) + "0\r\n\r\n");
    }

    private static Check method(String method, String about, UnaryOperator<Expected> tolerant) {
        return Check.of(
                method.toLowerCase(Locale.ROOT), about, Mend.of("method").with("method", method), bench -> {
                    User user = bench.users().alice();
                    Expected as = arrivesAs(method);
                    Expected honest = tolerant.apply(bench.arrives(user).and(as));
                    Expected nobody =
                            tolerant.apply(bench.baseline().arrivesNobody().and(as));
                    String sent = method + " " + bench.target().path();
                    Sent request = Sent.of(method, bench.target().path());
                    return List.of(
                            new Case(sent, request, honest).with(user.bearer(), user.bearer()),
                            new Case(sent, request, honest)
                                    .with(user.bearer(), user.bearer())
                                    .with("nine forged", Forged.nine()),
                            new Case(sent, request, nobody).with("no credential, nine forged", Forged.nine()));
                });
    }

    private static Expected arrivesAs(String method) {
        return new Expected(
                "as " + method,
                exchange -> exchange.arrivals().stream()
                        .allMatch(arrival -> arrival.method().equals(method)),
                exchange -> exchange.arrival()
                        .map(arrival -> "as " + arrival.method())
                        .orElse("not at all"));
    }

    private static List<Case> cleared(Bench bench) {
        Expected cleared = new Expected(
                "Set-Cookie: session=; ...",
                exchange -> cookies(exchange).stream().anyMatch(value -> value.startsWith("session=;")),
                exchange -> "Set-Cookie: " + cookies(exchange));
        return List.of(bench.get(cleared, bench.users().unknown().cookie("session")));
    }

    private static List<String> cookies(Exchange exchange) {
        return exchange.response()
                .map(response -> response.headers("Set-Cookie"))
                .orElse(List.of());
    }
}

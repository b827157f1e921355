package com.authgear.headers.examples.proxycheck;

import com.authgear.headers.resolverstub.RecordedRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The proxy asks the resolver about the operator's project, whatever headers the client sends. */
final class ResolverChecks {
    private static final String OTHER = "other-project.example";
    private static final Set<String> PATHS = Set.of("/resolve", "/_resolver/resolve");

    private ResolverChecks() {}

    static Stream<Check> list() {
        return Stream.of(
                question(),
                told("tenant-x-forwarded-host", "X-Forwarded-Host: " + OTHER, OTHER),
                told("tenant-x-original-host", "X-Original-Host: " + OTHER, OTHER),
                told("tenant-forwarded", "Forwarded: host=" + OTHER + ";proto=gopher", OTHER),
                told("tenant-x-forwarded-proto", "X-Forwarded-Proto: gopher", "gopher"),
                host());
    }

    private static Check question() {
        String about =
                "The resolver is asked with GET /_resolver/resolve or GET /resolve, and without the client's body.";
        return Check.of("resolver-question", about, Mend.of("question"), bench -> {
            User user = bench.users().fresh();
            Sent post = Sent.of("POST", bench.target().path(), user.bearer()).withBody("12345");
            Expected asked = Expected.of("asked", exchange -> !exchange.asked().isEmpty())
                    .and(all("GET or HEAD of the resolver's path, no body", ResolverChecks::isProper));
            return List.of(new Case("POST " + bench.target().path() + " with a body", post, asked));
        });
    }

    private static boolean isProper(RecordedRequest asked) {
        return Set.of("GET", "HEAD").contains(asked.method())
                && PATHS.contains(asked.path().replaceFirst("\\?.*", ""))
                && asked.bodyLength() == 0;
    }

    private static Check told(String name, String line, String word) {
        String header = line.replaceFirst(":.*", "");
        String about = "A client's " + header
                + " does not reach the resolver, which might take it for a question about another project.";
        return Check.of(name, about, tenant(header), bench -> {
            User user = bench.users().fresh();
            return List.of(Case.get(
                    bench.target().path(),
                    "a user, " + line,
                    bench.arrives(user).orRefused().and(notTold(word)),
                    user.bearer(),
                    line));
        });
    }

    /** For a host that the proxy does not serve, any answer of the proxy holds. */
    private static Check host() {
        String about = "A client's Host does not choose the project of which the resolver is asked.";
        return new Check("tenant-host", about, tenant("Host"), false, bench -> {
            String own = bench.target().calledHost();
            Expected notOwn = all("the resolver not told " + own, asked -> !isAskedOf(asked, own));
            Finding usual = bench.first(
                    List.of(bench.get("a user", notOwn, bench.users().fresh().bearer())));
            Case other = bench.get(
                    "a user, Host: " + OTHER,
                    notTold(OTHER),
                    bench.users().fresh().bearer());
            return usual.holds()
                    ? bench.judge(other, (wire, request) -> wire.named(OTHER).exchange(request))
                    : usual;
        });
    }

    /** If {@code Host} is an address, the resolver may have the same address, but not the same port. */
    private static boolean isAskedOf(RecordedRequest asked, String host) {
        return asked.host().equals(host)
                || Stream.of("x-forwarded-host", "x-original-host")
                        .flatMap(name -> asked.forwarded().getOrDefault(name, List.of()).stream())
                        .anyMatch(value -> withoutPort(value).equals(withoutPort(host)));
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":\\d+$", "");
    }

    private static Mend tenant(String header) {
        return Mend.of("tenant").with("header", header);
    }

    private static Expected notTold(String word) {
        return all("the resolver not told " + word, asked -> !mentions(asked, word));
    }

    private static boolean mentions(RecordedRequest asked, String word) {
        return Stream.concat(
                        Stream.of(asked.host()),
                        asked.forwarded().values().stream().flatMap(List::stream))
                .anyMatch(value -> value.contains(word));
    }

    private static Expected all(String text, Predicate<RecordedRequest> holds) {
        return new Expected(text, exchange -> exchange.asked().stream().allMatch(holds), ResolverChecks::shown);
    }

    private static String shown(Exchange exchange) {
        return exchange.asked().isEmpty()
                ? "resolver not asked"
                : exchange.asked().stream()
                        .map(asked -> "resolver asked " + asked.method() + " " + asked.path() + " Host: " + asked.host()
                                + " " + asked.forwarded() + " body " + asked.bodyLength())
                        .collect(Collectors.joining("; "));
    }
}

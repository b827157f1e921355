package com.authgear.headers.attacksuite;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.filter.ForwardedHeaderFilter;

/**
 * What stands around the library and may rewrite the address of a request.
 *
 * @param name for people
 * @param options what the container is asked for
 */
record Surroundings(String name, Set<ContainerOption> options) {
    private static final String SPRING = "FORWARDED_HEADER_FILTER";
    private static final List<ContainerOption> REWRITING = List.of(
            ContainerOption.REMOTE_IP_VALVE,
            ContainerOption.REMOTE_IP_VALVE_OF_PROXY,
            ContainerOption.REMOTE_IP_FILTER,
            ContainerOption.FORWARDED_REQUEST_CUSTOMIZER,
            ContainerOption.PROXY_PEER_ADDRESS_HANDLER,
            ContainerOption.FORWARDED_HANDLER);

    static Surroundings of(ContainerOption option) {
        return new Surroundings(option.name(), Set.of(option));
    }

    /** Nothing, and all that read a header, as far as this container has them. */
    static Stream<Surroundings> readingHeaders() {
        Stream<Surroundings> everywhere = Stream.of("nothing", SPRING).map(name -> new Surroundings(name, Set.of()));
        return Stream.concat(everywhere, offered(REWRITING.stream()));
    }

    static Stream<Surroundings> offered(ContainerOption... options) {
        return offered(Arrays.stream(options));
    }

    private static Stream<Surroundings> offered(Stream<ContainerOption> options) {
        return options.filter(Application.CONTAINER.options()::contains).map(Surroundings::of);
    }

    boolean rewrites() {
        return name.equals(SPRING) || options.stream().anyMatch(REWRITING::contains);
    }

    /** Whether the proxy's address is known. */
    boolean tellTheProxy() {
        return options.stream().noneMatch(Application.CONTAINER.hidingThePeer()::contains);
    }

    /** Why another machine's request is refused. */
    String codeOfAnother() {
        boolean told = tellTheProxy() || options.contains(ContainerOption.REMOTE_IP_VALVE_OF_PROXY);
        return told ? "peer_untrusted" : "peer_unknown";
    }

    Outcome outcomeOfTheProxy() {
        return tellTheProxy() ? Attack.user() : new Refused("peer_unknown");
    }

    Backend start(Deployment deployment) throws Exception {
        Application application = Application.behind(deployment.filter())
                .servlet(new WhoServlet(), Honest.PAGE, Honest.PUBLIC_PAGE)
                .servlet(new AddressServlet(), AddressServlet.PAGE);
        if (name.equals(SPRING)) {
            application.preceded(new ForwardedHeaderFilter());
        }
        return application.start(options.toArray(ContainerOption[]::new));
    }

    /** For the table that a reader makes of the names of tests. */
    @Override
    public String toString() {
        return name + ": " + (tellTheProxy() ? "told" : "refused");
    }
}

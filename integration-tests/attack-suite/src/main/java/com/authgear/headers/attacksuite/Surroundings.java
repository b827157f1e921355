package com.authgear.headers.attacksuite;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.filter.ForwardedHeaderFilter;

/**
 * Components around the library that may rewrite the address of a request.
 *
 * @param name as in {@code docs/attacks.md}
 * @param options what the container is asked for
 */
record Surroundings(String name, Set<ContainerOption> options) {
    private static final String SPRING = "`ForwardedHeaderFilter`";
    private static final List<ContainerOption> REWRITING = List.of(
            ContainerOption.REMOTE_IP_VALVE,
            ContainerOption.REMOTE_IP_VALVE_OF_PROXY,
            ContainerOption.REMOTE_IP_FILTER,
            ContainerOption.FORWARDED_REQUEST_CUSTOMIZER,
            ContainerOption.PROXY_PEER_ADDRESS_HANDLER,
            ContainerOption.FORWARDED_HANDLER);

    static Surroundings of(ContainerOption option) {
        return new Surroundings(option.title(), Set.of(option));
    }

    /** No component, and each that reads a header and exists for this container. */
    static Stream<Surroundings> readingHeaders() {
        return all().filter(surroundings -> surroundings.options.isEmpty() || surroundings.rewrites());
    }

    /** No component, and all for this container that affect the peer's address. */
    static Stream<Surroundings> all() {
        Stream<Surroundings> everywhere = Stream.of("nothing", SPRING).map(name -> new Surroundings(name, Set.of()));
        Stream<Surroundings> here = Arrays.stream(ContainerOption.values())
                .filter(Application.CONTAINER.options()::contains)
                .filter(option -> !option.title().isEmpty())
                .map(Surroundings::of);
        return Stream.concat(everywhere, here);
    }

    boolean rewrites() {
        return name.equals(SPRING) || options.stream().anyMatch(REWRITING::contains);
    }

    /** Whether the proxy's address is known. */
    boolean tellTheProxy() {
        return options.stream().noneMatch(Application.CONTAINER.hidingThePeer()::contains);
    }

    /** The code with which another machine's request is refused. */
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
            application.preceded(wrapping()).preceded(new ForwardedHeaderFilter());
        }
        return application.start(options.toArray(ContainerOption[]::new));
    }

    /** One more wrapper around the request. */
    private static Filter wrapping() {
        return (request, response, chain) ->
                chain.doFilter(new HttpServletRequestWrapper((HttpServletRequest) request), response);
    }

    /** As in {@code docs/attacks.md}. */
    String verdict() {
        return tellTheProxy() ? "told" : "refused";
    }

    @Override
    public String toString() {
        return name + ": " + verdict();
    }
}

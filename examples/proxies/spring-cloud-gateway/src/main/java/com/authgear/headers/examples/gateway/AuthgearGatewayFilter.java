package com.authgear.headers.examples.gateway;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import com.authgear.headers.AuthgearHeader;
import com.authgear.headers.ProxyTrust;
import java.util.List;
import java.util.Locale;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Puts the resolver's headers in the place of whatever a client sent, on every route. Thread-safe. */
final class AuthgearGatewayFilter implements GlobalFilter, Ordered {
    private static final String METADATA = "authgear";
    private static final String WITHOUT_IDENTITY = "strip";
    private static final String WEBSOCKET = "websocket";
    private static final String RETRY_AFTER_SECONDS = "5";

    private final ResolverQuestion question;
    private final String secret;

    AuthgearGatewayFilter(ResolverQuestion question, String secret) {
        this.question = question;
        this.secret = secret;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        HttpHeaders client = exchange.getRequest().getHeaders();
        if (client.getOrEmpty(HttpHeaders.AUTHORIZATION).size() > 1) {
            // The resolver would take the first and the backend perhaps the other.
            return end(exchange, HttpStatus.BAD_REQUEST);
        }
        if (isWithoutIdentity(exchange)) {
            return chain.filter(with(exchange, stripped(exchange)));
        }
        return question.ask(client)
                .map(answer -> chain.filter(identified(exchange, answer)))
                .defaultIfEmpty(Mono.defer(() -> unavailable(exchange)))
                .flatMap(next -> next);
    }

    private ServerWebExchange identified(ServerWebExchange exchange, HttpHeaders answer) {
        ServerHttpRequest.Builder request = stripped(exchange).headers(headers -> {
            for (AuthgearHeader header : AuthgearHeader.values()) {
                List<String> values = answer.getOrEmpty(header.wireName()).stream()
                        .filter(value -> !value.isEmpty())
                        .toList();
                headers.addAll(header.wireName(), values);
            }
            headers.set(ProxyTrust.DEFAULT_SECRET_HEADER, secret);
        });
        // The resolver's clearing of a dead session cookie, for the browser.
        exchange.getResponse().getHeaders().addAll(HttpHeaders.SET_COOKIE, answer.getOrEmpty(HttpHeaders.SET_COOKIE));
        return with(exchange, request);
    }

    /**
     * Without the client's Connection, since the routing filter would remove what is named there, ours included, and
     * without its Upgrade, since "h2c" would open a tunnel past this filter. A WebSocket gets both anew, as constants.
     */
    private static ServerHttpRequest.Builder stripped(ServerWebExchange exchange) {
        return exchange.getRequest().mutate().headers(headers -> {
            boolean webSocket = WEBSOCKET.equalsIgnoreCase(headers.getUpgrade());
            List.copyOf(headers.headerNames()).stream()
                    .filter(AuthgearGatewayFilter::isStripped)
                    .forEach(headers::remove);
            if (webSocket) {
                headers.setUpgrade(WEBSOCKET);
                headers.setConnection(HttpHeaders.UPGRADE);
            }
        });
    }

    /** Names with an underscore or a dot are dropped, as NGINX does: another server might take them for ours. */
    private static boolean isStripped(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return AuthgearHeader.isReserved(name)
                || !lower.matches("[a-z0-9-]+")
                || lower.equals(ProxyTrust.DEFAULT_SECRET_HEADER)
                || lower.matches("connection|upgrade|http2-settings|forwarded|x-(forwarded|original)-.*");
    }

    private static boolean isWithoutIdentity(ServerWebExchange exchange) {
        return exchange.getAttribute(GATEWAY_ROUTE_ATTR) instanceof Route route
                && WITHOUT_IDENTITY.equals(route.getMetadata().get(METADATA));
    }

    private static ServerWebExchange with(ServerWebExchange exchange, ServerHttpRequest.Builder request) {
        return exchange.mutate().request(request.build()).build();
    }

    private static Mono<Void> unavailable(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return end(exchange, HttpStatus.SERVICE_UNAVAILABLE);
    }

    private static Mono<Void> end(ServerWebExchange exchange, HttpStatus status) {
        exchange.getResponse().setStatusCode(status);
        return exchange.getResponse().setComplete();
    }
}

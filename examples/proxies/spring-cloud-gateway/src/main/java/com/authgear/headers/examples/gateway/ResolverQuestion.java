package com.authgear.headers.examples.gateway;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Asks the resolver who sent a request. Thread-safe. */
final class ResolverQuestion {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final List<String> CREDENTIALS =
            List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE, HttpHeaders.USER_AGENT);

    private final AuthgearGatewayProperties properties;
    private final WebClient client;

    ResolverQuestion(AuthgearGatewayProperties properties) {
        this.properties = properties;
        HttpClient http = HttpClient.create()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(CONNECT.toMillis()))
                .followRedirect(false);
        client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .build();
    }

    /** The headers of the answer; empty where there is no good one. */
    Mono<HttpHeaders> ask(HttpHeaders request) {
        return client.get()
                .uri(properties.resolver())
                .headers(question -> fill(question, request))
                .exchangeToMono(ResolverQuestion::headers)
                .timeout(properties.timeout())
                .onErrorResume(failure -> Mono.empty());
    }

    /** Nothing else of the client's: with X-Forwarded-Host a client could choose another Authgear project. */
    private void fill(HttpHeaders question, HttpHeaders request) {
        for (String credential : CREDENTIALS) {
            question.addAll(credential, request.getOrEmpty(credential));
        }
        question.set(HttpHeaders.HOST, properties.project());
        question.set("X-Forwarded-Host", properties.project());
        // The scheme of Authgear's public address, whatever this server speaks: JWT access tokens name it.
        question.set("X-Forwarded-Proto", "https");
    }

    private static Mono<HttpHeaders> headers(ClientResponse response) {
        Mono<Void> read = response.releaseBody();
        return response.statusCode().isSameCodeAs(HttpStatus.OK)
                ? read.thenReturn(response.headers().asHttpHeaders())
                : read.then(Mono.empty());
    }
}

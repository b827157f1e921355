package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.harness.RawConnection;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import com.authgear.headers.servlet.AuthgearHeadersFilter;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The application's own answer is the same without a body, with a body, and with one that never ends. */
@Tag("G15")
final class RefusalHandlerTests {
    private static final RawRequest NONE = RawRequest.of("POST", Honest.PAGE);
    private static final List<RawRequest> BODIES = List.of(
            NONE,
            NONE.withBody("x".repeat(100_000)),
            NONE.with("Content-Length: 2000000"),
            NONE.with("Transfer-Encoding: chunked"),
            NONE.with("Content-Length: 2000000", "Expect: 100-continue"));

    /** By dispatcher type, the handlers that were named. */
    private final Set<String> dispatches = new ConcurrentSkipListSet<>();

    @Test
    void handlerAnswersWhicheverBodyThereIs() throws Exception {
        Map<RawRequest, RawConnection> connections = new LinkedHashMap<>();
        try (Backend backend = start()) {
            for (RefusalHandler handler : RefusalHandler.values()) {
                for (RawRequest body : BODIES) {
                    RawRequest request = body.with("x-handler: " + handler);
                    RawConnection connection = backend.client().open();
                    connections.put(request, connection);
                    connection.write(request);
                }
            }
            for (Map.Entry<RawRequest, RawConnection> sent : connections.entrySet()) {
                assertAnswered(sent.getKey(), sent.getValue());
            }
        } finally {
            for (RawConnection connection : connections.values()) {
                connection.close();
            }
        }
        Set<String> expected = new TreeSet<>(Set.of("ERROR ERROR", "FORWARD FORWARD"));
        for (RefusalHandler handler : RefusalHandler.values()) {
            expected.add("REQUEST " + handler);
        }
        assertThat(dispatches).isEqualTo(expected);
    }

    @Test
    void handlerThatFailsIsA500() throws Exception {
        try (LogCapture log = LogCapture.start();
                Backend backend = start();
                RawConnection connection = backend.client().open()) {
            connection.write(BODIES.get(1).with("x-handler: UNKNOWN"));
            assertThat(connection.read("POST").status()).isEqualTo(500);
            assertThat(log.lines()).anyMatch(line -> line.contains("could not be answered"));
        }
    }

    private static void assertAnswered(RawRequest request, RawConnection connection) throws IOException {
        String name = request.lines().toString();
        RefusalHandler handler = RefusalHandler.valueOf(
                request.lines().get(request.lines().size() - 1).substring("x-handler: ".length()));
        RawResponse answer = connection.read("POST");
        if (answer.status() == 100) {
            answer = connection.read("POST");
        }
        assertThat(answer.status()).as(name).isEqualTo(handler.status());
        assertThat(answer.body()).as(name).isEqualTo(handler.text());
        assertThat(connection.hasEnded()).as(name).isTrue();
    }

    private Backend start() throws Exception {
        Filter watching = (request, response, chain) -> {
            dispatches.add(request.getDispatcherType() + " " + ((HttpServletRequest) request).getHeader("x-handler"));
            chain.doFilter(request, response);
        };
        AuthgearHeadersFilter filter = AuthgearHeadersFilter.builder(ProxyTrust.sharedSecret(Honest.SECRET))
                .publicPaths("/public/*")
                .unauthorizedHandler(RefusalHandler.NAMED)
                .build();
        return Refusing.application(filter).preceded(watching).start();
    }
}

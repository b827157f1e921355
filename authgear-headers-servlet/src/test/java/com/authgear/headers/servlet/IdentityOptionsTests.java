package com.authgear.headers.servlet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.ProxyTrust;
import com.authgear.headers.StepUpRule;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each option of a filter that writes no answer changes what a servlet behind it sees or answers. */
final class IdentityOptionsTests {
    private static final Instant LONG_AGO = Instant.ofEpochSecond(1_000_000_000);
    private static final RawRequest OLD = Requests.as(user(LONG_AGO), "/me");
    private static final AuthgearLogin LOGIN = AuthgearLogin.builder(
                    URI.create("https://auth.example.com"), "shop", URI.create("https://www.example.com"))
            .build();
    private static final AtomicInteger TOLD = new AtomicInteger();

    /** For each option, a request whose answer it changes. */
    private static Map<String, Proof> proofs() {
        RawRequest recent = Requests.as(user(Instant.now()), "/me");
        return Map.of(
                "parser", new Proof(recent, filter -> filter.parser(parser -> parser.trustRoles(true))),
                "credentialTripwire",
                        new Proof(
                                Requests.forged(user(Instant.now()), "/me").with(Requests.SECRET_LINE),
                                filter -> filter.credentialTripwire(false)),
                "cacheControl", new Proof(recent, filter -> filter.cacheControl(false)),
                "peerResolver", new Proof(recent, filter -> filter.peerResolver(request -> Optional.of(proxy()))),
                "unauthorizedHandler",
                        new Proof(
                                Requests.nobody("/me"),
                                filter -> filter.unauthorizedHandler((request, response, invalid) -> teapot(response))),
                "stepUpHandler",
                        new Proof(OLD, filter -> filter.stepUpHandler((request, response, result) -> teapot(response))),
                "login", new Proof(Requests.nobody("/me"), filter -> filter.login(LOGIN)),
                "clock", new Proof(OLD, filter -> filter.clock(Clock.fixed(LONG_AGO, ZoneOffset.UTC))),
                "listener", new Proof(recent, filter -> filter.listener((outcome, reason) -> TOLD.incrementAndGet())));
    }

    static List<String> options() {
        return Arrays.stream(AuthgearIdentityFilter.Builder.class.getMethods())
                .filter(method -> IdentityOptions.class.isAssignableFrom(method.getReturnType()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .distinct()
                .toList();
    }

    @Test
    void everyOptionHasAProof() {
        assertThat(proofs()).containsOnlyKeys(options());
    }

    @ParameterizedTest
    @MethodSource("options")
    void optionChangesTheAnswer(String option) throws Exception {
        Proof proof = requireNonNull(proofs().get(option));
        ProxyTrust trust =
                option.equals("peerResolver") ? ProxyTrust.trustedProxies(proxy().getHostAddress()) : Requests.secret();
        assertThat(answer(trust, proof.request(), proof.change()))
                .isNotEqualTo(answer(trust, proof.request(), filter -> {}));
    }

    private static String answer(ProxyTrust trust, RawRequest request, Consumer<AuthgearIdentityFilter.Builder> change)
            throws Exception {
        AuthgearIdentityFilter.Builder builder = AuthgearIdentityFilter.builder(trust);
        change.accept(builder);
        TOLD.set(0);
        try (JettyServer server =
                JettyServer.with(builder.build()).servlet("/me", new Recent()).start()) {
            RawResponse response = server.client().send(request);
            return response.status() + " " + response.headers("Cache-Control") + " " + response.body() + " " + TOLD;
        }
    }

    private static AuthgearPrincipal user(Instant login) {
        return AuthgearPrincipal.builder("alice")
                .canReauthenticate(true)
                .roles(List.of("manager"))
                .authenticatedAt(login)
                .build();
    }

    private static InetAddress proxy() {
        try {
            return InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private static void teapot(HttpServletResponse response) {
        response.setStatus(418);
    }

    private record Proof(RawRequest request, Consumer<AuthgearIdentityFilter.Builder> change) {}

    private static final class Recent extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            Optional<AuthgearPrincipal> user =
                    AuthgearRequests.require(request, response, StepUpRule.recentLogin("5m"));
            if (user.isPresent()) {
                response.getWriter().print(user.get().userId() + user.get().roles());
            }
        }
    }
}

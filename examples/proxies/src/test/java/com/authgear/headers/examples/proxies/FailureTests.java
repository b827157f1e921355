package com.authgear.headers.examples.proxies;

import static com.authgear.headers.harness.RowList.as;
import static com.authgear.headers.harness.RowList.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.Forgery;
import com.authgear.headers.harness.ProxyProgram;
import com.authgear.headers.harness.RawResponse;
import com.authgear.headers.resolverstub.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Without an answer of the resolver clients are told to come back, in recipes that can say so; see NGINX's own test.
 */
final class FailureTests {
    @ParameterizedTest
    @EnumSource(
            value = ProxyProgram.class,
            names = {"CADDY", "HAPROXY"})
    void whoCannotBeCheckedIsToldWhenToComeBack(ProxyProgram program) throws IOException {
        try (Rig rig = Rig.of(program, Path.of(program.command()), UnaryOperator.identity())) {
            rig.resolver().fault(Fault.Simple.ERROR_JSON);
            assertUnavailable(rig);
            rig.resolver().close();
            assertUnavailable(rig);
            assertThat(rig.backend().requests()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ProxyProgram.class,
            names = {"CADDY", "HAPROXY"})
    void anAnswerOfTheBackendIsNoFailure(ProxyProgram program) throws IOException {
        try (Rig rig = Rig.of(program, Path.of(program.command()), UnaryOperator.identity())) {
            RawResponse refused = rig.get(EchoBackend.REFUSED, bearer("alice"));
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.headers("Retry-After")).isEmpty();
        }
    }

    private static void assertUnavailable(Rig rig) throws IOException {
        RawResponse response = rig.get("/", as("alice", Forgery.nine()));
        assertThat(response.status()).isBetween(502, 503);
        assertThat(response.headers("Retry-After")).containsExactly("5");
    }
}

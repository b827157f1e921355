package com.authgear.headers.examples.proxycheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.AuthgearSession;
import com.authgear.headers.harness.Forgery;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdentityTests {
    private static final Identity BOB = Identity.of(
            new AuthgearSession.Valid(AuthgearPrincipal.builder("bob").build()));
    private static final String[] LINES = {
        "X-AUTHGEAR-USER-ID: bob",
        "x-authgear-user-anonymous: false",
        "x-authgear-user-verified: false",
        "x-authgear-user-can-reauthenticate: false",
        "x-authgear-session-valid: true"
    };

    @Test
    void orderCaseAndEmptyValuesDoNotMatter() {
        assertThat(Identity.of(LINES)).isEqualTo(BOB);
        assertThat(BOB.lines()).noneMatch(line -> line.startsWith("x-authgear-session-amr"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-authgear-user-id: bob",
                "x-authgear-user-roles: admin",
                "x_authgear_user_id: bob",
                "x.authgear.user.id: bob",
                "x-authgear-of-tomorrow: 1"
            })
    void everyAdditionalLineIsADifference(String line) {
        String[] more = java.util.Arrays.copyOf(LINES, LINES.length + 1);
        more[LINES.length] = line;
        assertThat(Identity.of(more)).isNotEqualTo(BOB);
    }

    @Test
    void otherHeadersAreNone() {
        assertThat(Identity.of("Cookie: session=x", "x-proxy-secret: y")).isEqualTo(Identity.NOBODY);
        assertThat(Identity.NOBODY).hasToString("nobody");
        assertThat(Identity.INVALID).hasToString("session-valid=false");
    }

    @Test
    void namesAreTakenOut() {
        Identity nine = Identity.of(Forgery.nine());
        assertThat(nine.lines()).hasSize(9);
        assertThat(nine.namesIf(line -> line.endsWith("mallory"))).containsExactly("x-authgear-user-id");
        assertThat(nine.without(Set.of("x-authgear-user-id")).lines()).hasSize(8);
        assertThat(nine.toString()).startsWith("session-valid=true, user-id=mallory, ");
    }
}

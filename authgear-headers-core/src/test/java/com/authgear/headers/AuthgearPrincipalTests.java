package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class AuthgearPrincipalTests {
    static Stream<UnaryOperator<AuthgearPrincipal.Builder>> differences() {
        return Stream.of(
                user -> user.anonymous(false),
                user -> user.verified(false),
                user -> user.canReauthenticate(false),
                user -> user.roles(List.of("b")),
                user -> user.amr(List.of("otp", "pwd")),
                user -> user.acr("other"),
                user -> user.authenticatedAt(Instant.EPOCH),
                user -> AuthgearPrincipal.builder("other"));
    }

    static Stream<UnaryOperator<AuthgearPrincipal.Builder>> unspeakable() {
        return Stream.of(
                user -> AuthgearPrincipal.builder("zq7 x"),
                user -> AuthgearPrincipal.builder(""),
                user -> user.roles(List.of("zq7,x")),
                user -> user.roles(List.of("")),
                user -> user.roles(List.of("authgear:zq7")),
                user -> user.roles(Collections.nCopies(201, "zq7")),
                user -> user.roles(Collections.nCopies(200, "z".repeat(64))),
                user -> user.amr(List.of("zq7 x")),
                user -> user.amr(Collections.nCopies(65, "zq7")),
                user -> user.acr(""),
                user -> user.acr("zq7 x"),
                user -> user.authenticatedAt(Instant.ofEpochSecond(-1)),
                user -> user.authenticatedAt(Instant.ofEpochSecond(253_402_300_800L)));
    }

    @Test
    void principalOfAUserIdAloneHasNoOtherValues() {
        AuthgearPrincipal user = AuthgearPrincipal.builder("user-1").build();

        assertThat(user.getName()).isEqualTo("user-1").isEqualTo(user.userId());
        assertThat(user.isAnonymous() || user.isVerified() || user.canReauthenticate())
                .isFalse();
        assertThat(user.roles()).isEmpty();
        assertThat(user.amr()).isEmpty();
        assertThat(user.acr()).isEmpty();
        assertThat(user.authenticatedAt()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("differences")
    void principalsThatDifferInOneValueAreNotEqual(UnaryOperator<AuthgearPrincipal.Builder> difference) {
        assertThat(difference.apply(full()).build()).isNotEqualTo(full().build());
    }

    @Test
    void principalsOfTheSameValuesAreEqual() {
        assertThat(full().build()).isEqualTo(full().build()).hasSameHashCodeAs(full().build());
        assertThat(full().build()).isNotEqualTo("user-1");
    }

    @Test
    void principalsOfTwoUsersAreNotEqual() {
        assertThat(full("user-2").build())
                .isNotEqualTo(full("user-1").build())
                .doesNotHaveSameHashCodeAs(full("user-1").build());
    }

    @ParameterizedTest
    @MethodSource("unspeakable")
    void valueThatHeadersCannotCarryIsRefusedWithoutQuotingIt(UnaryOperator<AuthgearPrincipal.Builder> value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> value.apply(full()))
                .withMessageNotContainingAny("zq7", "zzz");
    }

    @Test
    void laterChangeOfACollectionDoesNotChangeThePrincipal() {
        List<String> values = new ArrayList<>(List.of("a"));
        AuthgearPrincipal user =
                AuthgearPrincipal.builder("user-1").roles(values).amr(values).build();
        values.add("b");

        assertThat(user.roles()).containsExactly("a").isUnmodifiable();
        assertThat(user.amr()).containsExactly("a").isUnmodifiable();
    }

    @Test
    void laterUseOfTheBuilderDoesNotChangeThePrincipal() {
        AuthgearPrincipal.Builder builder = full();
        AuthgearPrincipal user = builder.build();
        builder.anonymous(false).roles(List.of());

        assertThat(user).isEqualTo(full().build());
    }

    @Test
    void timeOfTheLoginIsCutToTheSecond() {
        AuthgearPrincipal user = AuthgearPrincipal.builder("user-1")
                .authenticatedAt(Instant.ofEpochSecond(7, 999_999_999))
                .build();

        assertThat(user.authenticatedAt()).contains(Instant.ofEpochSecond(7));
    }

    @Test
    void textIsOneLineWithTheUser() {
        assertThat(full().build()).hasToString("AuthgearPrincipal[userId=user-1, anonymous=true, verified=true]");
    }

    private static AuthgearPrincipal.Builder full() {
        return full("user-1");
    }

    private static AuthgearPrincipal.Builder full(String userId) {
        return AuthgearPrincipal.builder(userId)
                .anonymous(true)
                .verified(true)
                .canReauthenticate(true)
                .roles(List.of("a"))
                .amr(List.of("pwd", "otp"))
                .acr("urn:example")
                .authenticatedAt(Instant.ofEpochSecond(Headers.AUTHENTICATED_AT));
    }
}

package com.authgear.headers;

import static com.authgear.headers.Outcomes.assertMalformed;
import static com.authgear.headers.Outcomes.principal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

final class DecisionTableTests {
    private static final AuthgearHeaderParser PARSER = AuthgearHeaderParser.create();

    @Test
    void noHeadersAreNoSession() {
        assertThat(PARSER.parse(Headers.none())).isEqualTo(AuthgearSession.none());
        assertThat(PARSER.parse(Headers.none().with("Host", "app.example.com").with("Cookie", "session=x")))
                .isEqualTo(AuthgearSession.none());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SESSION_VALID")
    void headerWithoutSessionValidIsAnOrphan(AuthgearHeader other) {
        assertMalformed(Headers.none().withSample(other), "orphan_headers", other);
        assertMalformed(Headers.none().with(other, "\u0000 junk"), "orphan_headers", other);
    }

    @Test
    void identityWithoutSessionValidIsAnOrphan() {
        assertMalformed(
                Headers.valid().without(AuthgearHeader.SESSION_VALID), "orphan_headers", AuthgearHeader.USER_ID);
    }

    @Test
    void falseAloneIsAnInvalidSession() {
        assertThat(PARSER.parse(Headers.none().with(AuthgearHeader.SESSION_VALID, "false")))
                .isEqualTo(AuthgearSession.invalid());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SESSION_VALID")
    void falseBesideAnotherHeaderIsAContradiction(AuthgearHeader other) {
        Headers headers = Headers.none().with(AuthgearHeader.SESSION_VALID, "false");

        assertMalformed(headers.withSample(other), "contradiction", other);
        assertMalformed(headers.set(other, "\u0000 junk"), "contradiction", other);
    }

    @Test
    void completeIdentityIsAValidSessionWithAllValues() {
        AuthgearPrincipal expected = AuthgearPrincipal.builder(Headers.USER_ID)
                .verified(true)
                .canReauthenticate(true)
                .amr(List.of("pwd", "x_primary_password"))
                .authenticatedAt(Instant.ofEpochSecond(Headers.AUTHENTICATED_AT))
                .build();

        assertThat(PARSER.parse(Headers.valid())).isEqualTo(new AuthgearSession.Valid(expected));
    }

    @ParameterizedTest
    @EnumSource(names = {"USER_ID", "USER_ANONYMOUS", "USER_VERIFIED", "USER_CAN_REAUTHENTICATE"})
    void identityWithoutOneOfTheFourIsIncomplete(AuthgearHeader missing) {
        assertMalformed(Headers.valid().without(missing), "incomplete_identity", missing);
        assertMalformed(Headers.valid().set(missing, " \t"), "incomplete_identity", missing);
    }

    @ParameterizedTest
    @EnumSource(names = {"SESSION_AMR", "SESSION_ACR", "SESSION_AUTHENTICATED_AT", "USER_ROLES"})
    void identityWithoutAnOptionalHeaderIsValid(AuthgearHeader missing) {
        assertThat(principal(Headers.valid().without(missing)).userId()).isEqualTo(Headers.USER_ID);
    }

    @Test
    void identityOfOnlyTheFourHasNoOtherValues() {
        Headers headers =
                Headers.valid().without(AuthgearHeader.SESSION_AMR).without(AuthgearHeader.SESSION_AUTHENTICATED_AT);

        assertThat(principal(headers))
                .isEqualTo(AuthgearPrincipal.builder(Headers.USER_ID)
                        .verified(true)
                        .canReauthenticate(true)
                        .build());
    }

    @Test
    void unknownAuthgearNamesAreIgnored() {
        Headers future = Headers.none().with("X-Authgear-Future", "x").with("x-authgear-user-ids", "y");

        assertThat(PARSER.parse(future)).isEqualTo(AuthgearSession.none());
        assertThat(PARSER.parse(future.with(AuthgearHeader.SESSION_VALID, "false")))
                .isEqualTo(AuthgearSession.invalid());
        assertThat(principal(Headers.valid().with("x-authgear-future", "x"))).isEqualTo(principal(Headers.valid()));
        assertThat(principal(Headers.valid()
                        .with("x-authgear-future", "x")
                        .with("x-authgear-future", "y")
                        .with("x-authgear-", "z")))
                .isEqualTo(principal(Headers.valid()));
    }

    @Test
    void secretAloneIsNoSession() {
        assertThat(PARSER.parse(Headers.none().with(ProxyTrust.DEFAULT_SECRET_HEADER, "s")))
                .isEqualTo(AuthgearSession.none());
    }
}

package com.authgear.headers;

import static com.authgear.headers.Outcomes.assertMalformed;
import static com.authgear.headers.Outcomes.principal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConnectionNominationTests {
    @ParameterizedTest
    @EnumSource
    void nominatedHeaderIsRefused(AuthgearHeader header) {
        assertNominated(Headers.valid().with("Connection", header.wireName()));
        assertNominated(Headers.valid().with("Connection", header.wireName().toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "close, x-authgear-user-anonymous",
                "keep-alive,X-Authgear-User-Id",
                "X-AUTHGEAR-USER-ID ,close",
                "\tx-authgear-user-id\t",
                ",,x-authgear-user-id,",
                "a,b,c,d,e,f,g,x-authgear-session-amr",
                "x_authgear_user_id",
                "close, x-authgear-future",
            })
    void reservedNameAmongSeveralTokensIsRefused(String value) {
        assertNominated(Headers.valid().with("Connection", value));
    }

    @Test
    void nominationOnALaterLineIsRefused() {
        assertNominated(Headers.valid()
                .with("Connection", "keep-alive")
                .with("connection", "Upgrade")
                .with("CONNECTION", "x-authgear-user-verified"));
    }

    @Test
    void nominationAloneIsRefused() {
        assertNominated(Headers.none().with("connection", "x-authgear-user-anonymous"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "close",
                "keep-alive, Upgrade",
                "x-authgear",
                "authorization",
                "my-x-authgear-user-id",
                "close x-authgear-user-id",
            })
    void nominationOfOtherNamesIsIgnored(String value) {
        assertThat(principal(Headers.valid().with("Connection", value))).isEqualTo(principal(Headers.valid()));
    }

    private static void assertNominated(Headers headers) {
        assertMalformed(headers, "hop_by_hop_nomination", "Connection");
    }
}

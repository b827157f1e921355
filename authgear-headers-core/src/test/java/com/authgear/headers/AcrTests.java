package com.authgear.headers;

import static com.authgear.headers.Outcomes.assertMalformed;
import static com.authgear.headers.Outcomes.principal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AcrTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://schemas.openid.net/pape/policies/2007/06/multi-factor",
                "urn:mace:incommon:iap:silver",
                "0",
                "!",
                "~",
                "a,b",
            })
    void visibleAsciiIsKept(String value) {
        assertThat(principal(Headers.valid().with(AuthgearHeader.SESSION_ACR, value))
                        .acr())
                .contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\tb", "a\u007f", "a\u0000", "a\r\nb", "a\u0085", "a\u00e9", "\u0430", "a\u2028"})
    void otherCharactersAreRefused(String value) {
        assertMalformed(Headers.valid().with(AuthgearHeader.SESSION_ACR, value), "bad_acr", AuthgearHeader.SESSION_ACR);
    }

    @Test
    void absentAcrIsEmpty() {
        assertThat(principal(Headers.valid()).acr()).isEmpty();
    }

    @Test
    void acrOf256CharactersIsKept() {
        assertThat(principal(Headers.valid().with(AuthgearHeader.SESSION_ACR, "a".repeat(256)))
                        .acr())
                .contains("a".repeat(256));
    }

    @Test
    void acrOf257CharactersIsRefused() {
        assertMalformed(
                Headers.valid().with(AuthgearHeader.SESSION_ACR, "a".repeat(257)),
                "bad_acr",
                AuthgearHeader.SESSION_ACR);
    }
}

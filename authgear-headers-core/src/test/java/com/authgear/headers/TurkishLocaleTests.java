package com.authgear.headers;

import static com.authgear.headers.Outcomes.assertMalformed;
import static com.authgear.headers.Outcomes.principal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In Turkish the lower case of I is \u0131 and the upper case of i is \u0130. */
@DefaultLocale("tr")
final class TurkishLocaleTests {
    @BeforeEach
    void theLocaleBites() {
        assertThat("I".toLowerCase(Locale.getDefault())).isEqualTo("\u0131");
    }

    @ParameterizedTest
    @EnumSource
    void upperCaseNamesAreFound(AuthgearHeader header) {
        String upper = header.wireName().toUpperCase(Locale.ROOT);
        Headers headers = Headers.valid().without(header).with(upper, Headers.sample(header));

        assertThat(principal(headers).userId()).isEqualTo(Headers.USER_ID);
        assertThat(AuthgearHeader.find(upper)).contains(header);
        assertMalformed(headers.withSample(header), "duplicate_header", header);
    }

    @ParameterizedTest
    @EnumSource
    void upperCaseAliasesAreRefused(AuthgearHeader header) {
        String alias = header.wireName().toUpperCase(Locale.ROOT).replace('-', '_');

        assertMalformed(Headers.valid().with(alias, "x"), "alias_header", header);
    }

    @Test
    void codesOfMalformedHeadersKeepTheirDottedI() {
        assertMalformed(Headers.valid().without(AuthgearHeader.USER_ID), "incomplete_identity", AuthgearHeader.USER_ID);
        assertMalformed(
                Headers.valid().with("CONNECTION", "X-AUTHGEAR-USER-ID"), "hop_by_hop_nomination", "Connection");
    }

    @Test
    void codesOfUntrustedRequestsKeepTheirDottedI() {
        ProxyTrust trust = ProxyTrust.sharedSecret("0123456789abcdef0123456789abcdef");

        assertThat(TrustOutcomes.refusal(trust, Headers.valid(), Optional::empty))
                .isNotNull()
                .extracting(UntrustedHeadersException::code)
                .isEqualTo("secret_missing");
        assertThat(TrustOutcomes.refusal(trust, Headers.none().with("X-PROXY-SECRET", "x"), Optional::empty))
                .isNotNull()
                .extracting(UntrustedHeadersException::code)
                .isEqualTo("secret_mismatch");
    }

    @Test
    void bearerSchemeIsFoundInAnyCase() {
        assertThat(RequestCredentials.present(Headers.none().with("AUTHORIZATION", "BEARER I")))
                .isTrue();
    }
}

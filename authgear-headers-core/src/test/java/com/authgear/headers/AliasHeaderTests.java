package com.authgear.headers;

import static com.authgear.headers.Outcomes.assertMalformed;
import static com.authgear.headers.Outcomes.principal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AliasHeaderTests {
    @ParameterizedTest
    @EnumSource
    void aliasWithUnderscoresOrDotsIsRefused(AuthgearHeader header) {
        String name = header.wireName();

        assertMalformed(Headers.none().with(name.replace('-', '_'), ""), "alias_header", header);
        assertMalformed(Headers.valid().with(name.replace('-', '.'), "x"), "alias_header", header);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x_authgear_user_id",
                "X_AUTHGEAR_USER_ID",
                "x.authgear.user.id",
                "x-authgear_user-id",
                "x-authgear-user_id",
                "x_authgear-user-id",
                "x-authgear-user id",
                "x-authgear-user\u2010id",
                "x-authgear-user\u0000id",
            })
    void aliasIsRefusedByTheRealName(String alias) {
        assertMalformed(Headers.none().with(alias, "x"), "alias_header", AuthgearHeader.USER_ID);
        assertMalformed(Headers.valid().with(alias, Headers.USER_ID), "alias_header", AuthgearHeader.USER_ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x_authgear_future",
                "x-authgear-user-id ",
                "x-authgear-user-id:",
                "x-authgear-u\u017fer-id",
                "x-authgear-user-\u0131d",
                "x_authgear_",
            })
    void aliasOfNoRealNameIsRefusedByThePrefix(String alias) {
        assertMalformed(Headers.valid().with(alias, "x"), "alias_header", "X-Authgear-*");
    }

    @ParameterizedTest
    @EnumSource
    void anotherCaseIsNoAlias(AuthgearHeader header) {
        String upper = header.wireName().toUpperCase(Locale.ROOT);

        Headers headers = Headers.valid().without(header).with(upper, Headers.sample(header));

        assertThat(principal(headers).userId()).isEqualTo(Headers.USER_ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xauthgear-user-id",
                "x--authgear-user-id",
                "x-authgear",
                "x_authgear",
                "http-x-authgear-user-id",
                "HTTP_X_AUTHGEAR_USER_ID",
                "authgear-user-id",
                "x-authgearuser-id",
                "x-auth_gear-user-id",
                "",
                "\u0445-authgear-user-id",
            })
    void similarNameOutsideThePrefixIsIgnored(String name) {
        assertThat(principal(Headers.valid().with(name, "x"))).isEqualTo(principal(Headers.valid()));
    }
}

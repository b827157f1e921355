package com.authgear.headers;

import static com.authgear.headers.Outcomes.assertMalformed;
import static com.authgear.headers.Outcomes.principal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UserIdTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                Headers.USER_ID,
                "0",
                "A",
                "user-1",
                "a.b_c~d:e@f-g",
                "-",
                "true",
                "VXNlcjphY2RjMGQ5OQ",
            })
    void wellFormedUserIdIsKept(String value) {
        assertThat(principal(Headers.valid().set(AuthgearHeader.USER_ID, value)).userId())
                .isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "a\tb",
                "a,b",
                "a;b",
                "a/b",
                "a+b",
                "a=b",
                "a%20b",
                "\"a\"",
                "alice%0d%0aINFO ok",
                "alice\r\nx: y",
                "alice\u0000",
                "alice\u0085x",
                "alice\u00a0",
                "\u00a0alice",
                "\u0430lice",
                "alice\u200b",
                "al\u0131ce",
                "\uff21",
                "\ud83d\udd11",
                "${jndi:ldap://x}",
                "(null)",
                "$upstream_http_x_authgear_user_id",
                "{http.reverse_proxy.header.X-Authgear-User-Id}",
            })
    void malformedUserIdIsRefused(String value) {
        assertMalformed(Headers.valid().set(AuthgearHeader.USER_ID, value), "bad_user_id", AuthgearHeader.USER_ID);
    }

    @Test
    void userIdOf128CharactersIsKept() {
        String longest = "a".repeat(128);

        assertThat(principal(Headers.valid().set(AuthgearHeader.USER_ID, longest))
                        .userId())
                .isEqualTo(longest);
    }

    @Test
    void userIdOf129CharactersIsRefused() {
        assertMalformed(
                Headers.valid().set(AuthgearHeader.USER_ID, "a".repeat(129)), "bad_user_id", AuthgearHeader.USER_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {" user-1", "user-1 ", "\tuser-1 \t"})
    void whiteSpaceAroundAUserIdIsTrimmed(String value) {
        assertThat(principal(Headers.valid().set(AuthgearHeader.USER_ID, value)).userId())
                .isEqualTo("user-1");
    }
}

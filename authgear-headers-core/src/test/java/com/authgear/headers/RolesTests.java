package com.authgear.headers;

import static com.authgear.headers.Outcomes.assertMalformed;
import static com.authgear.headers.Outcomes.principal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RolesTests {
    private static final AuthgearHeaderParser PARSER =
            AuthgearHeaderParser.builder().trustRoles(true).build();

    static Stream<Arguments> wellFormed() {
        return Stream.of(
                Arguments.of("admin", List.of("admin")),
                Arguments.of("b,a,c", List.of("b", "a", "c")),
                Arguments.of("_x,A1", List.of("_x", "A1")),
                Arguments.of("store:manager,stock.view", List.of("store:manager", "stock.view")),
                Arguments.of("Admin,admin", List.of("Admin", "admin")),
                Arguments.of("a,b,a", List.of("a", "b")),
                Arguments.of("authgearx,my_authgear:x", List.of("authgearx", "my_authgear:x")),
                Arguments.of(" admin,viewer\t", List.of("admin", "viewer")),
                Arguments.of("", List.of()));
    }

    @ParameterizedTest
    @MethodSource("wellFormed")
    void wellFormedRolesAreSplitOnCommasInOrder(String value, List<String> keys) {
        assertThat(principal(PARSER, roles(value)).roles()).containsExactlyElementsOf(keys);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",",
                ",,",
                "a,",
                ",a",
                "a,,b",
                "a, b",
                "a ,b",
                "a b",
                "a\tb",
                "viewer\r\n ,admin",
                "1a",
                ":a",
                ".a",
                "a-b",
                "a;b",
                "a/b",
                "\"a\"",
                "authgear:admin",
                "a,authgear:",
                "\u0440\u043e\u043b\u044c",
                "a\u0000",
                "a\u00a0",
                "adm\u0131n",
                "{http.reverse_proxy.header.X-Authgear-User-Roles}",
            })
    void malformedRolesAreRefused(String value) {
        assertRefused(value);
    }

    @Test
    void twoHundredRolesAreKept() {
        assertThat(principal(PARSER, roles(keys(200))).roles()).hasSize(200);
    }

    @Test
    void twoHundredAndOneRolesAreRefused() {
        assertRefused(keys(201));
    }

    @Test
    void millionsOfCommasAreRefused() {
        assertRefused(",".repeat(2_000_000));
    }

    @Test
    void roleOf64CharactersIsKept() {
        assertThat(principal(PARSER, roles("a".repeat(64))).roles()).containsExactly("a".repeat(64));
    }

    @Test
    void roleOf65CharactersIsRefused() {
        assertRefused("a".repeat(65));
    }

    @Test
    void rolesOf8192BytesAreKept() {
        assertThat(bytes(8_192)).hasSize(8_192);
        assertThat(principal(PARSER, roles(bytes(8_192))).roles()).hasSize(127);
    }

    @Test
    void rolesOf8193BytesAreRefused() {
        assertThat(bytes(8_193)).hasSize(8_193);
        assertRefused(bytes(8_193));
    }

    private static void assertRefused(String value) {
        assertMalformed(PARSER, roles(value), "bad_roles", AuthgearHeader.USER_ROLES.wireName());
    }

    private static Headers roles(String value) {
        return Headers.valid().with(AuthgearHeader.USER_ROLES, value);
    }

    private static String keys(int count) {
        return IntStream.range(0, count).mapToObj(i -> "r" + i).collect(Collectors.joining(","));
    }

    /** 126 keys of 64 characters and a short one: far fewer than 200, so that only the length can be too much. */
    private static String bytes(int count) {
        String long126 = IntStream.range(100, 226)
                .mapToObj(i -> "r" + i + "x".repeat(60))
                .collect(Collectors.joining(","));
        return long126 + "," + "y".repeat(count - long126.length() - 1);
    }
}

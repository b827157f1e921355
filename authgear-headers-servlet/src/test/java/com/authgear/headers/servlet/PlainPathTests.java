package com.authgear.headers.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainPathTests {
    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/a, /a",
        "/a/, /a/",
        "/a.b/c, /a.b/c",
        "/..x, /..x",
        "/x..y/z.., /x..y/z..",
        "/.../x, /.../x",
        "/.well-known/x, /.well-known/x",
        "/a%20b, /a b",
        "/%C3%A9, /\u00e9",
        "/%c3%a9/x, /\u00e9/x",
        "/%E2%82%AC%F0%9F%98%80, /\u20ac\ud83d\ude00",
        "/%EF%BF%BD, /\ufffd",
        "/a%3Fb%23c%22, '/a?b#c\"'",
        "/...%3Fb/a..%3F, /...?b/a..?",
        "/%21%40%5B%7C%7D, /!@[|}",
        "/-._~!$&'()*+=:@az09AZ, /-._~!$&'()*+=:@az09AZ",
        "'/a,b', '/a,b'"
    })
    void pathThatEveryRouterReadsAlikeIsPlain(String path, String decoded) {
        assertThat(PlainPath.decoded(path)).isEqualTo(decoded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "*",
                "http://host/a",
                "//",
                "//a",
                "/a//b",
                "/a//",
                "/.",
                "/..",
                "/a/./b",
                "/a/../b",
                "/a/..",
                "/..%3F/a",
                "/a/..%3fb",
                "/a/.%23",
                "/a;b",
                "/a;/b",
                "/..;/a",
                "/a?b",
                "/a#b",
                "/a b",
                "/a\\b",
                "/a|b",
                "/[a]",
                "/{a}",
                "/<a>",
                "/a^b`c\"",
                "/a\tb",
                "/a\u0000",
                "/a\u007f",
                "/\u00e9",
                "/\uff0e\uff0e/a"
            })
    void characterThatRoutersReadDifferentlyIsNot(String path) {
        assertThat(PlainPath.decoded(path)).isNull();
    }

    /** Each could be written unescaped, or has a meaning to a router. */
    @Test
    void escapeOfAsciiIsPlainOnlyWhereItIsNeeded() {
        for (int b = 0; b < 0x80; b++) {
            boolean needless = Character.isLetterOrDigit(b) || "-._~/\\%;".indexOf(b) >= 0 || Character.isISOControl(b);
            String escape = String.format("/x%%%02X", b);
            assertThat(PlainPath.decoded(escape)).as(escape).isEqualTo(needless ? null : "/x" + (char) b);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "%2",
                "%zz",
                "%2z",
                "%z2",
                "%+1",
                "%u002e",
                "%80",
                "%C3",
                "%C3x",
                "%C3%28",
                "%c0%ae",
                "%c0%af",
                "%e0%80%ae",
                "%ED%A0%80",
                "%F4%90%80%80",
                "%FF",
                "%A9%C3"
            })
    void escapeThatIsNoUtf8IsNotPlain(String escape) {
        assertThat(PlainPath.decoded("/x" + escape)).isNull();
        assertThat(PlainPath.decoded("/" + escape + "/x")).isNull();
    }

    @Test
    void longPathTakesNoStack() {
        String path = "/a%20".repeat(100_000);
        assertThat(PlainPath.decoded(path)).hasSize(300_000);
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "/ctx, /ctx",
        "/a/b-c_d~e.f, /a/b-c_d~e.f",
        "/\u00e9t\u00e9, /%C3%A9t%C3%A9",
        "/%C3%A9, /%C3%A9",
        "/a b, /a%20b",
        "/a;b, /a%3Bb"
    })
    void contextPathIsComparedAsClientsWriteIt(String contextPath, String encoded) {
        assertThat(PlainPath.encoded(contextPath)).isEqualTo(encoded);
    }
}

package com.authgear.headers.resolverstub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.authgear.headers.AuthgearPrincipal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsersFileTests {
    @TempDir
    private Path folder = Path.of("");

    private UserTable read(String json) throws IOException {
        return UserTable.read(Files.writeString(folder.resolve("u.json"), json));
    }

    private AuthgearPrincipal only(String fields) throws IOException {
        UserTable users = read("{\"u\": " + fields + "}");
        return Objects.requireNonNull(users.find("u")).principal();
    }

    @Test
    void everyField() throws IOException {
        AuthgearPrincipal user = only("""
                {"userId": "id-1", "anonymous": true, "verified": true, "canReauthenticate": true,
                 "roles": ["a", "b:c"], "amr": ["pwd"], "authenticatedAt": 1700000000, "acr": "x"}
                """);
        assertThat(user)
                .isEqualTo(AuthgearPrincipal.builder("id-1")
                        .anonymous(true)
                        .verified(true)
                        .canReauthenticate(true)
                        .roles(List.of("a", "b:c"))
                        .amr(List.of("pwd"))
                        .authenticatedAt(Instant.ofEpochSecond(1_700_000_000))
                        .acr("x")
                        .build());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                   | GOOD
            {"disabled": false}                  | GOOD
            {"disabled": true}                   | DISABLED
            {"expired": true}                    | EXPIRED
            {"disabled": true, "expired": true}  | DISABLED
            """)
    void standing(String fields, StubUser.Standing standing) throws IOException {
        UserTable users = read("{\"u\": " + fields + ", \"other\": {}}");
        assertThat(users.names()).containsExactly("u", "other");
        assertThat(Objects.requireNonNull(users.find("u")).standing()).isEqualTo(standing);
    }

    @Test
    void noField() throws IOException {
        AuthgearPrincipal user = only("{}");
        assertThat(user)
                .as("a session of a real server has a time")
                .isEqualTo(AuthgearPrincipal.builder("u")
                        .authenticatedAt(user.authenticatedAt().orElseThrow())
                        .build());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1970-01-01T00:00:00Z",
        "1700000000, 2023-11-14T22:13:20Z",
        "\"2026-01-31T12:00:00Z\", 2026-01-31T12:00:00Z"
    })
    void times(String json, Instant time) throws IOException {
        assertThat(only("{\"authenticatedAt\": " + json + "}").authenticatedAt())
                .contains(time);
    }

    @Test
    void now() throws IOException {
        assertNow("{\"authenticatedAt\": \"now\"}");
        assertNow("{}");
    }

    private void assertNow(String fields) throws IOException {
        long before = Instant.now().getEpochSecond();
        Instant time = only(fields).authenticatedAt().orElseThrow();
        assertThat(time.getEpochSecond()).isBetween(before, Instant.now().getEpochSecond());
    }

    @ParameterizedTest
    @CsvSource({"now-0s, 0", "now-90s, 90", "now-5m, 300", "now-2h, 7200", "now-365d, 31536000"})
    void timeBeforeNow(String time, long seconds) throws IOException {
        long before = Instant.now().getEpochSecond();
        Instant read = only("{\"authenticatedAt\": \"" + time + "\"}")
                .authenticatedAt()
                .orElseThrow()
                .plusSeconds(seconds);
        assertThat(read.getEpochSecond()).isBetween(before, Instant.now().getEpochSecond());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                     | there are no users in it
            []                                     | must be an object
            null                                   | must be an object
            ``                                     | must be an object
            {"u": {}                               | no valid JSON at line 1:
            {"u": {}} x                            | no valid JSON at line 1:
            {"u": {}, "u": {}}                     | no valid JSON at line 1:
            {"u": {"verified": true, "verified": true}} | user "u": no valid JSON at line 1:
            {"u": null}                            | user "u": must be an object
            {"u": []}                              | user "u": must be an object
            {"u": "x"}                             | user "u": must be an object
            {"u": ""}                              | user "u": must be an object
            {"": {}}                               | user "": the name may have
            {"a b": {}}                            | user "a b": the name may have
            {"é": {}}                              | user "é": the name may have
            {"a\\nb": {}}                          | user "a b": the name may have
            {"u": {"verifed": true}}               | user "u": verifed is no known field
            {"u": {"Verified": true}}              | user "u": Verified is no known field
            {"u": {"a\\nb": true}}                 | user "u": a b is no known field
            {"u": {"verified": "true"}}            | user "u": verified must be true or false
            {"u": {"verified": 1}}                 | user "u": verified must be true or false
            {"u": {"verified": null}}              | user "u": verified must be true or false
            {"u": {"verified": ""}}                | user "u": verified must be true or false
            {"u": {"userId": 7}}                   | user "u": userId must be text
            {"u": {"userId": true}}                | user "u": userId must be text
            {"u": {"userId": null}}                | user "u": userId must be text
            {"u": {"userId": ""}}                  | user "u": userId is not of the form
            {"u": {"userId": "a b"}}               | user "u": userId is not of the form
            {"u": {"roles": "a"}}                  | user "u": roles must be a list of texts
            {"u": {"roles": null}}                 | user "u": roles must be a list of texts
            {"u": {"roles": [1]}}                  | user "u": roles must be
            {"u": {"roles": [null]}}               | user "u": roles must be
            {"u": {"roles": ["a,b"]}}              | user "u": roles is not of the form
            {"u": {"roles": ["a-b"]}}              | user "u": roles is not of the form
            {"u": {"roles": ["authgear:x"]}}       | user "u": roles is not of the form
            {"u": {"amr": {}}}                     | user "u": amr must be a list of texts
            {"u": {"amr": ["a b"]}}                | user "u": amr is not of the form
            {"u": {"acr": "a b"}}                  | user "u": acr is not of the form
            {"u": {"authenticatedAt": -1}}         | user "u": authenticatedAt is not of the form
            {"u": {"authenticatedAt": 1.5}}        | user "u": authenticatedAt must be seconds
            {"u": {"authenticatedAt": true}}       | user "u": authenticatedAt must be seconds
            {"u": {"authenticatedAt": null}}       | user "u": authenticatedAt must be
            {"u": {"authenticatedAt": "soon"}}     | user "u": authenticatedAt must be seconds
            {"u": {"authenticatedAt": "now-"}}     | user "u": authenticatedAt must be seconds
            {"u": {"authenticatedAt": "now-2"}}    | user "u": authenticatedAt must be seconds
            {"u": {"authenticatedAt": "now+2h"}}   | user "u": authenticatedAt must be seconds
            {"u": {"authenticatedAt": "now-2w"}}   | user "u": authenticatedAt must be seconds
            {"u": {"authenticatedAt": "now-999999d"}} | user "u": authenticatedAt is not of the form
            {"u": {"authenticatedAt": 9223372036854775807}}  | user "u": authenticatedAt must be seconds
            {"u": {"authenticatedAt": 92233720368547758070}} | user "u": authenticatedAt must be seconds
            {"ok": {}, "u": {"disabled": "no"}}    | user "u": disabled must be true or false
            """)
    void refusals(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(folder.resolve("u.json") + ": " + message)
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("\n", "\r");
    }

    @Test
    void aTableMadeByCodeIsCheckedToo() {
        StubUser user = StubUser.enabled(AuthgearPrincipal.builder("u").build());
        assertThatThrownBy(() -> UserTable.of(Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UserTable.of(Map.of("a;b", user))).isInstanceOf(IllegalArgumentException.class);
        assertThat(UserTable.of(Map.of("a.b", user)).names()).containsExactly("a.b");
    }
}

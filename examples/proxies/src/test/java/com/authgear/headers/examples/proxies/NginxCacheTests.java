package com.authgear.headers.examples.proxies;

import static com.authgear.headers.harness.RowList.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.Expectation;
import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import com.authgear.headers.harness.Recipe;
import com.authgear.headers.resolverstub.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** authgear-cache.conf: it saves questions, and never gives one visitor's answer to another. */
final class NginxCacheTests {
    private Rig rig;

    @BeforeEach
    void start() throws IOException {
        rig = Rig.nginx(NginxCacheTests::withCache);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    static Recipe withCache(Recipe recipe) {
        return Rig.on(recipe, "include authgear-cache-zone.conf;", "include authgear-cache.conf;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization: Bearer alice", "Cookie: session=alice", "Cookie: app_access_token=alice"})
    void theSameCredentialsAreAskedForOnce(String credential) throws IOException {
        expect(Visitor.ALICE, credential);
        expect(Visitor.ALICE, credential);
        assertThat(rig.questions()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "NOBODY, X-None: 1",
        "NOBODY, Cookie: other=1",
        "NOBODY, Authorization: Bearer nobody",
        "REFUSED, Authorization: Bearer heidi",
        "REFUSED, Cookie: session=expired"
    })
    void whatIsNoValidSessionIsAskedForEveryTime(Visitor visitor, String line) throws IOException {
        expect(visitor, line);
        expect(visitor, line);
        assertThat(rig.questions()).isEqualTo(2);
    }

    @Test
    void everyRefusedVisitorGetsTheirOwnClearedCookie() throws IOException {
        for (int i = 0; i < 2; i++) {
            assertThat(rig.get("/", "Cookie: session=expired"))
                    .matches(Expectation.clearedCookie().holds());
        }
    }

    /** The session stands in cookies, and in spellings, that a key of chosen cookies would miss. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cookie: app_access_token=alice",
                "Cookie: app_session=alice",
                "Cookie: Session=; session=alice",
                "Cookie: a=b;\tsession=alice",
                "Authorization: bearer alice"
            })
    void theNextVisitorIsNotTheOneBefore(String first) throws IOException {
        expect(Visitor.ALICE, first);
        expect(Visitor.NOBODY, "X-None: 1");
        expect(Visitor.NOBODY, "Cookie: other=1");
        expect(Visitor.REFUSED, "Cookie: Session=; session=");
        expect(Visitor.BOB, "Cookie: app_session=bob");
        expect(Visitor.BOB, bearer("bob"));
    }

    /** Where one header ends and the other begins is not for a client to choose. */
    @Test
    void whatDividesTheKeyCannotBeMoved() throws IOException {
        expect(Visitor.ALICE, "Authorization: Bearer alice", "Cookie: |z=1");
        expect(Visitor.NOBODY, "Authorization: Bearer alice|", "Cookie: z=1");
        expect(Visitor.NOBODY, "Cookie: Bearer alice||z=1");
    }

    @Test
    void bearerAndCookieCountTogether() throws IOException {
        expect(Visitor.ALICE, bearer("alice"), "Cookie: session=bob");
        expect(Visitor.BOB, "Cookie: session=bob");
        expect(Visitor.BOB, bearer("nobody"), "Cookie: session=bob");
        expect(Visitor.ALICE, bearer("alice"));
    }

    /**
     * A login makes a session younger under the same cookie, so a page that asks for a recent one must see it at once.
     */
    @ParameterizedTest
    @ValueSource(strings = {"Cookie: session=erin", "Authorization: Bearer erin"})
    void pageThatAsksForARecentLoginSeesItAtOnce(String credential) throws IOException {
        try (Rig fresh = Rig.nginx(NginxCacheTests::withFreshLocation)) {
            String old = time(fresh, "/", credential);
            assertThat(time(fresh, "/account/", credential)).isEqualTo(old);
            logIn(fresh, "erin");
            assertThat(time(fresh, "/", credential)).as("remembered").isEqualTo(old);
            String young = time(fresh, "/account/", credential);
            assertThat(Long.parseLong(young)).isGreaterThan(Long.parseLong(old));
            assertThat(time(fresh, "/", credential)).as("remembered for others").isEqualTo(young);
        }
    }

    @Test
    void pageThatAsksForARecentLoginAsksEveryTimeAndIsNobodyElses() throws IOException {
        try (Rig fresh = Rig.nginx(NginxCacheTests::withFreshLocation)) {
            for (int i = 0; i < 3; i++) {
                assertThat(fresh.get("/account/", bearer("alice")))
                        .matches(Visitor.ALICE.reached(Rig.SECRET).holds());
            }
            assertThat(fresh.questions()).isEqualTo(3);
            assertThat(fresh.get("/account/", "X-None: 1"))
                    .matches(Visitor.NOBODY.reached(Rig.SECRET).holds());
            assertThat(fresh.get("/account/", bearer("bob")))
                    .matches(Visitor.BOB.reached(Rig.SECRET).holds());
        }
    }

    /** As printed in the README; what is filled in is no place for an address any more. */
    private static Recipe withFreshLocation(Recipe recipe) {
        String marker = "# Everything else: with identity.";
        String location =
                freshLocation().replace("8081", Integer.toString(recipe.ports().backend()));
        return withCache(recipe).with(marker, location + marker);
    }

    private static String freshLocation() {
        try {
            String page = Files.readString(Path.of("nginx/README.md"));
            return page.replaceAll("(?s).*```nginx\n(.*?)```.*", "$1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String time(Rig rig, String path, String credential) throws IOException {
        return Echo.of(rig.get(path, credential).body())
                .first("x-authgear-session-authenticated-at")
                .orElseThrow();
    }

    private static void logIn(Rig rig, String user) throws IOException {
        RawRequest form = RawRequest.of("POST", "/login", "Content-Type: application/x-www-form-urlencoded")
                .withBody("user=" + user);
        assertThat(RawClient.of(rig.resolver().port()).send(form).status()).isEqualTo(303);
    }

    @Test
    void anErrorIsNotRememberedAndNoOldAnswerStandsInForIt() throws IOException {
        rig.resolver().fault(Fault.Simple.ERROR_JSON);
        assertThat(rig.get("/", bearer("alice")).status()).isEqualTo(500);
        rig.resolver().fault(Fault.Simple.NONE);
        expect(Visitor.ALICE, bearer("alice"));
    }

    @Test
    void anAnswerIsForgottenAfterSeconds() throws IOException {
        try (Rig quick = Rig.nginx(
                recipe -> withCache(recipe).with("proxy_cache_valid 200 10s;", "proxy_cache_valid 200 1s;"))) {
            assertThat(quick.get("/", bearer("alice")).status()).isEqualTo(200);
            quick.resolver().fault(Fault.Simple.ERROR_JSON);
            Waiting.until(() -> quick.get("/", bearer("alice")).status() == 500);
        }
    }

    private void expect(Visitor visitor, String... lines) throws IOException {
        RawResponse response = rig.get("/", lines);
        assertThat(visitor.reached(Rig.SECRET).holds())
                .as(visitor + " by " + String.join(", ", lines))
                .accepts(response);
    }
}

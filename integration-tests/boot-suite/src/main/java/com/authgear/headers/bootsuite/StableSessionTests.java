package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Spring Security takes no request for a new login: forms arrive, and the CSRF token and the application's HTTP session
 * stay, however a chain configures sessions. Spring Security's own pre-authentication is the oracle.
 */
final class StableSessionTests {
    private static final Setup WRITTEN = Setup.secret().with(WrittenChains.class);

    private final Application written = WRITTEN.on(Container.TOMCAT);

    @ParameterizedTest
    @EnumSource
    void defaultChainDoesAsSpringSecurityAlone(Container container) throws IOException {
        List<String> trace = new Visit(SharedApplications.DEFAULT.on(container), "").run(20);
        assertThat(trace).isEqualTo(new Visit(written, WrittenChains.TWIN).run(20));
        assertThat(trace).contains("GET /token: 200 [XSRF-TOKEN]", "POST /me: 200 []", "GET /visits: 200 [JSESSIONID]");
    }

    @Test
    void everyChainOfTheUserKeepsSessionAndToken() throws IOException {
        for (WrittenChains.Written chain : WrittenChains.ALL) {
            List<String> trace;
            try {
                trace = new Visit(written, chain.area()).run(3);
            } catch (AssertionError e) {
                throw new AssertionError(chain + " (seed " + WrittenChains.SEED + ")", e);
            }
            if (!chain.opensSession()) {
                assertThat(trace.stream().filter(answer -> answer.contains("JSESSIONID")))
                        .as("%s (seed %d)", chain, WrittenChains.SEED)
                        .containsExactly("GET /visits: 200 [JSESSIONID]");
            }
        }
    }

    @Test
    void expiredSessionOfNobodyIsStillTheChainsToAnswer() throws IOException {
        String area = WrittenChains.ALL.stream()
                .filter(chain -> chain.toString().endsWith(": headers, invalidSessionUrl"))
                .findFirst()
                .orElseThrow()
                .area();
        String old = "Cookie: JSESSIONID=0123456789ABCDEF0123456789ABCDEF";
        RawRequest nobody = Requests.nobody(area + "/me").with(old);
        assertThat(written.client().send(nobody).header("Location").orElse("")).endsWith("/expired");
        RawRequest alice = Requests.as(ALICE, area + "/me").with(old);
        assertThat(written.client().send(alice).body()).isEqualTo("alice");
    }
}

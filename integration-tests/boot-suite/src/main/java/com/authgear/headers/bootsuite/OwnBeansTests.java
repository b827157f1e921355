package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static com.authgear.headers.bootsuite.Requests.ALICES_FACTORS;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import com.authgear.headers.servlet.PeerResolver;
import com.authgear.headers.servlet.UnauthorizedHandler;
import com.authgear.headers.spring.AuthgearAuthoritiesMapper;
import com.authgear.headers.spring.AuthgearHeadersSupport;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.authority.AuthorityUtils;

/** Every part can be replaced by a bean, which makes its property unnecessary. */
final class OwnBeansTests {
    private static final RawRequest AS_ALICE =
            Requests.forged(ALICE, "/authorities").with(Requests.BEARER_LINE);

    private final Application parts = Setup.bare().with(Parts.class).on(Container.TOMCAT);

    @Test
    void trustPeersAndAuthoritiesAreTheApplicationsOwn() throws IOException {
        assertThat(parts.body(AS_ALICE)).isEqualTo("OWN_ALICE");
    }

    @Test
    void answerIsTheApplicationsOwn() throws IOException {
        for (RawRequest refused : List.of(RawRequest.get("/me"), RawRequest.get("/me", "x-authgear-user-id: a"))) {
            RawResponse response = parts.send(refused);
            assertThat(response.status()).isEqualTo(401);
            assertThat(response.body()).isEqualTo("please log in");
        }
    }

    /** The filter stands before the chain and in it, for hiding and for Spring Security. */
    @Test
    void eachRequestIsDecidedAndMappedOnce() throws IOException {
        Parts counts = parts.context().getBean(Parts.class);
        for (String path : List.of("/me", "/callable", "/fail", "/no/such/page")) {
            int asked = counts.asked.get();
            int mapped = counts.mapped.get();
            parts.send(Requests.forged(ALICE, path).with(Requests.BEARER_LINE));
            assertThat(counts.asked.get() - asked).as(path).isEqualTo(1);
            assertThat(counts.mapped.get() - mapped).as(path).isEqualTo(1);
        }
    }

    @Test
    void ownPeersAllowAddressesAloneWhereBootRewritesThem() throws IOException {
        Setup forwarded = Setup.bare().with(Parts.class).with(Forwarding.NATIVE.property());
        try (Application application = forwarded.start(Container.TOMCAT)) {
            assertThat(application.body(AS_ALICE.with("X-Forwarded-For: 203.0.113.9")))
                    .isEqualTo("OWN_ALICE");
        }
    }

    @Test
    void allOfItTogetherIsTheApplicationsOwn() throws IOException {
        try (Application application = Setup.bare().with(Whole.class).start(Container.JETTY)) {
            assertThat(application.body(AS_ALICE))
                    .isEqualTo("AUTHGEAR_USER AUTHGEAR_VERIFIED" + ALICES_FACTORS + " ROLE_manager ROLE_store:clerk");
            assertThat(application.status(RawRequest.get("/me"))).isEqualTo(401);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Parts {
        final AtomicInteger asked = new AtomicInteger();
        final AtomicInteger mapped = new AtomicInteger();

        @Bean
        ProxyTrust trust() {
            return ProxyTrust.trustedProxies("192.0.2.1");
        }

        @Bean
        PeerResolver peers() {
            return request -> {
                asked.incrementAndGet();
                return Optional.of(peer());
            };
        }

        @Bean
        AuthgearAuthoritiesMapper authorities() {
            return principal -> {
                mapped.incrementAndGet();
                return AuthorityUtils.createAuthorityList("OWN_ALICE");
            };
        }

        @Bean
        UnauthorizedHandler answer() {
            return (request, response, invalidToken) -> {
                response.setStatus(401);
                response.getWriter().print("please log in");
            };
        }

        private static InetAddress peer() {
            try {
                return InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1});
            } catch (java.net.UnknownHostException e) {
                throw new IllegalStateException("four bytes are an address", e);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Whole {
        @Bean
        AuthgearHeadersSupport support() {
            return AuthgearHeadersSupport.of(
                    ProxyTrust.trustEveryPeer(), options -> options.parser(parser -> parser.trustRoles(true)));
        }
    }
}

package com.authgear.headers.bootsuite;

import static com.authgear.headers.spring.test.AuthgearForgeryAssertions.assertThatRefusesForgeries;
import static com.authgear.headers.spring.test.AuthgearForgeryAssertions.sender;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import com.authgear.headers.servlet.PeerResolver;
import com.authgear.headers.test.AuthgearTestHeaders;
import com.authgear.headers.test.ForgeryCheck;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The forgery check passes an application that refuses forgeries, and fails one that does not. */
final class TestKitForgeryTests {
    private static final AuthgearTestHeaders ALICE =
            AuthgearTestHeaders.of(Requests.ALICE).sharedSecret(Requests.SECRET);
    private static final Setup CARELESS = Setup.secret().with(Careless.class);
    private static final Setup ADDRESSES = Setup.bare().with("authgear.headers.trusted-proxies=127.0.0.1");

    @ParameterizedTest
    @EnumSource
    void applicationRefusesAllOverSockets(Container container) {
        ForgeryCheck.of(ALICE).run(page(SharedApplications.DEFAULT.on(container), "/me"));
    }

    /** The page is public: the check reports that it needs no identity, and forged identities are still refused. */
    @ParameterizedTest
    @EnumSource
    void publicPageRefusesWhatIsForged(Container container) {
        ForgeryCheck check = ForgeryCheck.of(ALICE);
        URI page = page(SharedApplications.DEFAULT.on(container), "/public/me");
        check.except("A04", "G04", "G05").run(page);
        assertThatThrownBy(() -> check.run(page))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("A04 no identity: 200")
                .hasMessageNotContainingAny("A01", "A03", "A10", "B01", "B02", "C01", "C08");
    }

    @ParameterizedTest
    @EnumSource
    void carelessApplicationIsFoundOutOverSockets(Container container) {
        assertThatThrownBy(() -> ForgeryCheck.of(ALICE).run(page(CARELESS.on(container), "/me")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("C01 no secret: 200")
                .hasMessageContaining("C08 wrong secret: 200")
                .hasMessageContaining("A03 identity without a credential: 200")
                .hasMessageContaining("A08 two user ids, the forged one first: 200")
                .hasMessageContaining("B01 removal of a header by Connection: 200");
    }

    @Test
    void applicationRefusesAllInMockMvc() {
        MockMvc mvc = mvc(SharedApplications.DEFAULT);
        assertThatRefusesForgeries(mvc, "/me");
        assertThatRefusesForgeries(mvc, "/manager", Requests.ALICE);
        assertThatThrownBy(() -> assertThatRefusesForgeries(mvc, "/manager", Requests.BOB))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("The honest request was answered 403");
    }

    /** The page requires a second factor and a recent login, so the honest request needs both. */
    @Test
    void pageThatAsksForMoreThanASessionIsCheckedToo() {
        MockMvc mvc =
                mvc(SharedApplications.DEFAULT.with(StepUpController.class).with(StepUpController.Vault.class));
        assertThatRefusesForgeries(mvc, "/both");
        assertThatThrownBy(() -> assertThatRefusesForgeries(mvc, "/both", StepUpUsers.aged(310, "mfa", "otp")))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("The honest request was answered 401");
    }

    @Test
    void carelessApplicationIsFoundOutInMockMvc() {
        assertThatThrownBy(() -> assertThatRefusesForgeries(mvc(CARELESS), "/me"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("C01 no secret: 200")
                .hasMessageContaining("A11 two spellings of a name: 200");
    }

    /** The check finds each careless filter, and names the forgery that reveals it. */
    @ParameterizedTest
    @EnumSource
    void holeInAFilterIsFoundByItsName(CarelessFilter filter) {
        MockMvc mvc = mvc(SharedApplications.DEFAULT.on(Container.TOMCAT), filter);
        assertThatThrownBy(() -> assertThatRefusesForgeries(mvc, "/me"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(filter.found());
    }

    @Test
    void holeThatAPropertyOpensIsFoundUnlessExcepted() {
        MockMvc mvc = mvc(Setup.secret()
                .with("authgear.headers.credential-tripwire=false", "authgear.headers.missing-flags=least-privilege"));
        assertThatRefusesForgeries(mvc, "/me", Requests.ALICE, check -> check.except("A03", "B02"));
        assertThatThrownBy(() -> assertThatRefusesForgeries(mvc, "/me"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("A03 identity without a credential: 200")
                .hasMessageContaining("B02 X-Authgear-User-Anonymous removed: 200");
    }

    @Test
    void refusalMayBeAnotherStatus() {
        MockMvc mvc = mvc(SharedApplications.DEFAULT.on(Container.TOMCAT), (request, response, chain) -> {
            chain.doFilter(request, response);
            if (((HttpServletResponse) response).getStatus() == 401) {
                ((HttpServletResponse) response).setStatus(404);
            }
        });
        assertThatRefusesForgeries(mvc, "/me", Requests.ALICE, check -> check.refusedWith(404));
        assertThatThrownBy(() -> assertThatRefusesForgeries(mvc, "/me")).hasMessageContaining("C01 no secret: 404");
    }

    @Test
    void roleIsIgnoredUntilTrusted() {
        ForgeryCheck.of(ALICE).runForUntrustedRole("manager", sender(mvc(Setup.secret()), "/manager"));
        assertThatThrownBy(() -> ForgeryCheck.of(ALICE)
                        .runForUntrustedRole("manager", sender(mvc(SharedApplications.DEFAULT), "/manager")))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("A header of roles turned 403 into 200");
    }

    @Test
    void trustWithoutASecretFailsUnlessTheTestNamesIt() {
        Setup everyPeer = Setup.bare().with("authgear.headers.trust-every-peer=true");
        for (Setup setup : List.of(everyPeer, ADDRESSES.with(ProxyPeer.class))) {
            assertThatThrownBy(() -> assertThatRefusesForgeries(mvc(setup), "/me"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("Forgeries could not be tried:")
                    .hasMessageEndingWith(".except(\"C01\", \"C02\", \"C08\")");
            assertThatRefusesForgeries(mvc(setup), "/me", Requests.ALICE, check -> check.except("C01", "C02", "C08"));
        }
    }

    @Test
    void trustThatCannotBeProvedIsSaid() {
        assertThatThrownBy(() -> assertThatRefusesForgeries(mvc(ADDRESSES), "/me"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a request of MockMvc has no peer");
    }

    @Test
    void secretOfAFileIsFound(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("secret"), Requests.SECRET + "\n" + "fedcba9876543210fedcba9876543210" + "\n");
        try (Application application =
                Setup.bare().with("authgear.headers.shared-secret-file=" + file).start(Container.TOMCAT)) {
            assertThatRefusesForgeries(mvc(application), "/me");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class ProxyPeer {
        @Bean
        PeerResolver peer() {
            return request -> Optional.of(InetAddress.getLoopbackAddress());
        }
    }

    private static URI page(Application application, String path) {
        return URI.create("http://127.0.0.1:" + application.port() + path);
    }

    /** Of a running application, with its filters. */
    private static MockMvc mvc(Setup setup) {
        return mvc(setup.on(Container.TOMCAT));
    }

    private static MockMvc mvc(Application application, Filter... first) {
        WebApplicationContext context = (WebApplicationContext) application.context();
        return MockMvcBuilders.webAppContextSetup(context)
                .addFilters(first)
                .addFilters(Stream.of("carelessFilter", "authgearHeadersFilterRegistration")
                        .filter(context::containsBean)
                        .map(name -> context.getBean(name, FilterRegistrationBean.class)
                                .getFilter())
                        .toArray(Filter[]::new))
                .apply(springSecurity())
                .build();
    }
}

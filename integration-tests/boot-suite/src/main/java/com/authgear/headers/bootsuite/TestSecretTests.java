package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.MockMvcs.assertBody;
import static com.authgear.headers.bootsuite.MockMvcs.get;
import static com.authgear.headers.spring.test.AuthgearForgeryAssertions.assertThatRefusesForgeries;
import static com.authgear.headers.spring.test.AuthgearMockMvcRequestPostProcessors.authgear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/**
 * Tests of an application start without a secret of its own, and keep the one that it has. That nothing else starts so
 * is in {@link TrustPropertyTests}, with the same class path.
 */
final class TestSecretTests {
    @ParameterizedTest
    @ValueSource(classes = {NoTrust.class, UnsetSecrets.class, UnsetElsewhere.class})
    void applicationWithoutTrustIsTestedWithARandomSecret(Class<?> test) throws Exception {
        WebApplicationContext context = context(test);
        String secret = context.getEnvironment().getProperty("authgear.headers.shared-secret");
        assertThat(secret)
                .matches("[0-9a-f]{64}")
                .isEqualTo(context(NoTrust.class).getEnvironment().getProperty("authgear.headers.shared-secret"));
        MockMvc mvc = MockMvcs.of(context);
        assertBody("alice", get(mvc, "/me", authgear("alice")));
        assertThat(get(mvc, "/me").getStatus()).isEqualTo(401);
        assertThatRefusesForgeries(mvc, "/me");
    }

    @ParameterizedTest
    @ValueSource(classes = {WeakSecret.class, NoFile.class, LonelyPreviousSecret.class})
    void faultOfTheApplicationIsNotHidden(Class<?> test) {
        assertThatThrownBy(() -> context(test)).rootCause().hasMessageContaining("authgear.headers.");
    }

    private static WebApplicationContext context(Class<?> test) {
        return (WebApplicationContext)
                new TestContextManager(test).getTestContext().getApplicationContext();
    }

    /** A secret from a test property source, which is known late. */
    @Nested
    @SpringBootTest(classes = SuiteApplication.class)
    final class WithASecretOfItsOwn {
        @DynamicPropertySource
        static void secret(DynamicPropertyRegistry properties) {
            properties.add("authgear.headers.shared-secret", () -> Requests.SECRET);
        }

        @Test
        void itIsKept(
                @Value("${authgear.headers.shared-secret}") String secret, @Autowired WebApplicationContext context)
                throws Exception {
            assertThat(secret).isEqualTo(Requests.SECRET);
            assertBody("alice", get(MockMvcs.of(context), "/me", authgear("alice")));
        }
    }

    @Nested
    @SpringBootTest(classes = SuiteApplication.class, properties = "authgear.headers.trust-every-peer=true")
    final class WithAnotherTrust {
        @Test
        void noSecretIsAsked(
                @Value("${authgear.headers.shared-secret:none}") String secret,
                @Autowired WebApplicationContext context)
                throws Exception {
            assertThat(secret).isEqualTo("none");
            assertBody("alice", get(MockMvcs.of(context), "/me", authgear("alice")));
        }
    }

    @SpringBootTest(classes = SuiteApplication.class)
    static final class NoTrust {}

    @SpringBootTest(
            classes = SuiteApplication.class,
            properties = {
                "authgear.headers.shared-secret=${PROXY_SECRET_THAT_IS_NOT_SET}",
                "authgear.headers.previous-shared-secret=${PREVIOUS_PROXY_SECRET_THAT_IS_NOT_SET}"
            })
    static final class UnsetSecrets {}

    @SpringBootTest(
            classes = SuiteApplication.class,
            properties = {
                "authgear.headers.shared-secret-file=${FOLDER_THAT_IS_NOT_SET}/secret",
                "authgear.headers.trusted-proxies[0]=${PROXY_THAT_IS_NOT_SET}",
                "authgear.headers.trust-every-peer=${SWITCH_THAT_IS_NOT_SET}"
            })
    static final class UnsetElsewhere {}

    @SpringBootTest(
            classes = SuiteApplication.class,
            properties = "authgear.headers.shared-secret=changeme-changeme-changeme-changeme")
    static final class WeakSecret {}

    @SpringBootTest(classes = SuiteApplication.class, properties = "authgear.headers.shared-secret-file=/no/such/file")
    static final class NoFile {}

    @SpringBootTest(
            classes = SuiteApplication.class,
            properties = "authgear.headers.previous-shared-secret=" + Requests.SECRET)
    static final class LonelyPreviousSecret {}
}

package com.authgear.headers.resolverstub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In every place where it may be declared. */
class ResolverStubExtensionTests {
    private static void assertAnswers(ResolverStub stub, String user) throws IOException {
        assertThat(Fixtures.outcome(Fixtures.get(stub, "/resolve", "Authorization: Bearer " + user)))
                .isEqualTo(user);
    }

    @Test
    void outsideOfATestThereIsNone() {
        assertThatThrownBy(() -> new ResolverStubExtension().stub())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("@RegisterExtension");
    }

    @Nested
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    class InAStaticField {
        @RegisterExtension
        static final ResolverStubExtension RESOLVER =
                new ResolverStubExtension(ResolverStub.builder().users(Fixtures.users()));

        private static int port;

        @BeforeAll
        static void runs() {
            port = RESOLVER.stub().port();
        }

        @Test
        @Order(1)
        void faultOfATest() throws IOException {
            RESOLVER.stub().fault(Fault.Simple.ERROR_JSON);
            assertThat(Fixtures.get(RESOLVER.stub(), "/resolve").status()).isEqualTo(500);
        }

        @Test
        @Order(2)
        void endsWithIt() throws IOException {
            assertAnswers(RESOLVER.stub(), "frank");
            assertThat(RESOLVER.stub().port()).isEqualTo(port);
        }

        @Nested
        class AndBelow {
            @Test
            void isTheSame() throws IOException {
                assertAnswers(RESOLVER.stub(), "frank");
                assertThat(RESOLVER.stub().port()).isEqualTo(port);
            }
        }

        @Test
        @Order(3)
        void isTheParameterToo(ResolverStub stub) {
            assertThat(stub).isSameAs(RESOLVER.stub());
        }
    }

    @Nested
    class InAField {
        private static final Set<ResolverStub> SEEN = new HashSet<>();

        @RegisterExtension
        final ResolverStubExtension resolver = new ResolverStubExtension();

        @RepeatedTest(2)
        void isNewForEachTest() throws IOException {
            assertAnswers(resolver.stub(), "alice");
            assertThat(SEEN.add(resolver.stub())).isTrue();
            assertThat(SEEN)
                    .filteredOn(stub -> !stub.equals(resolver.stub()))
                    .allSatisfy(stopped -> assertThatThrownBy(stopped::port).isInstanceOf(IllegalStateException.class));
        }
    }

    @Nested
    @ExtendWith(ResolverStubExtension.class)
    class OnAClass {
        private static int port;

        @BeforeAll
        static void runs(ResolverStub stub) {
            port = stub.port();
        }

        @Test
        void isAParameter(ResolverStub stub) throws IOException {
            assertAnswers(stub, "alice");
            assertThat(stub.port()).isEqualTo(port);
        }
    }

    @Test
    @ExtendWith(ResolverStubExtension.class)
    void onAMethod(ResolverStub stub) throws IOException {
        assertAnswers(stub, "bob");
    }
}

package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.harness.RawResponse;
import com.authgear.headers.spring.AuthgearAuthoritiesMapper;
import com.authgear.headers.spring.AuthgearHeadersSupport;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

final class DisabledTests {
    @Test
    void libraryIsInactiveWhenDisabled() throws IOException {
        try (Application application =
                Setup.bare().with("authgear.headers.enabled=false").start(Container.TOMCAT)) {
            assertThat(beans(application.context())).isZero();
            RawResponse response = application.client().send(Requests.as(ALICE, "/me"));
            assertThat(response.status()).isEqualTo(401);
            assertThat(response.header("WWW-Authenticate").orElse("")).startsWith("Basic");
        }
    }

    @Test
    void libraryIsActiveByDefault() {
        assertThat(beans(SharedApplications.DEFAULT.on(Container.TOMCAT).context()))
                .isEqualTo(3);
    }

    private static int beans(ApplicationContext context) {
        return context.getBeanNamesForType(ProxyTrust.class).length
                + context.getBeanNamesForType(AuthgearHeadersSupport.class).length
                + context.getBeanNamesForType(AuthgearAuthoritiesMapper.class).length;
    }
}

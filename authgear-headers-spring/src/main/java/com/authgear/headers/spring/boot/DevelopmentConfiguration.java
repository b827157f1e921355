package com.authgear.headers.spring.boot;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.servlet.PeerResolver;
import com.authgear.headers.spring.AuthgearHeadersSupport;
import jakarta.servlet.DispatcherType;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * One user for the developer's own requests. It stands in for the proxy and for nothing else: a filter in front adds the
 * headers that a proxy would send, with a secret that is made here and known to nobody, and whatever follows decides, hides
 * and refuses as it always does. So the servlet module has no way in that could be left open, and a client's own headers
 * are still refused, for want of the secret.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(prefix = "authgear.headers.dev", name = "enabled")
@EnableConfigurationProperties(AuthgearDevelopmentProperties.class)
final class DevelopmentConfiguration {
    static final String TRUST = "authgearDevelopmentTrust";
    private static final System.Logger LOGGER = System.getLogger(AuthgearHeadersAutoConfiguration.class.getName());
    private static final String WARNING = """

            *****************************************************************************
            *  DEVELOPMENT IDENTITY: every request from this machine is the user of     *
            *  authgear.headers.dev.user-id, without a proxy and without a login.       *
            *  Never use it where anybody else can connect, nor behind a tunnel:        *
            *  remove authgear.headers.dev.enabled.                                     *
            *****************************************************************************""";

    private final DevelopmentUser user;
    private final DevelopmentSecret secret = new DevelopmentSecret();

    /** Nothing of this is made where it must not be. */
    DevelopmentConfiguration(
            AuthgearHeadersProperties properties,
            AuthgearDevelopmentProperties development,
            Environment environment,
            ListableBeanFactory beans) {
        new DevelopmentGuard(properties, development, environment, beans).refuse();
        user = new DevelopmentUser(development);
    }

    @Bean(TRUST)
    @ConditionalOnMissingBean({ProxyTrust.class, AuthgearHeadersSupport.class})
    ProxyTrust authgearDevelopmentTrust() {
        return secret.trust();
    }

    /** Right before the filter that decides. */
    @Bean
    FilterRegistrationBean<DevelopmentFilter> authgearDevelopmentFilterRegistration(
            ObjectProvider<PeerResolver> peers) {
        LOGGER.log(Level.WARNING, WARNING);
        DevelopmentRequests requests = new DevelopmentRequests(peers.getIfAvailable(PeerResolver::ofContainer));
        FilterRegistrationBean<DevelopmentFilter> registration =
                new FilterRegistrationBean<>(new DevelopmentFilter(requests, user, secret));
        registration.setName("authgearDevelopmentFilter");
        registration.setOrder(AuthgearHeadersAutoConfiguration.ORDER - 1);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        return registration;
    }
}

package com.authgear.headers.spring.boot;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.servlet.AuthgearIdentityFilter;
import com.authgear.headers.servlet.AuthgearRequestListener;
import com.authgear.headers.servlet.PeerResolver;
import com.authgear.headers.servlet.StepUpHandler;
import com.authgear.headers.servlet.UnauthorizedHandler;
import com.authgear.headers.spring.AuthgearAuthoritiesMapper;
import com.authgear.headers.spring.AuthgearHeadersSupport;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Reads the Authgear headers of a servlet application and protects it by them.
 *
 * <p>Beans of the types {@link ProxyTrust}, {@link PeerResolver}, {@link UnauthorizedHandler}, {@link StepUpHandler},
 * {@link AuthgearAuthoritiesMapper}, {@link AuthgearHeadersSupport} and {@code SecurityFilterChain}, and a {@link Clock}
 * bean named {@value #CLOCK}, replace what is made here. Beans of the type {@link AuthgearRequestListener} are told of each
 * request. The application does not start where no trust is stated, nor where none of its own chains uses the headers.
 */
@AutoConfiguration(
        beforeName = {
            AutoConfigurationNames.SECURITY_3,
            AutoConfigurationNames.USERS_3,
            AutoConfigurationNames.MANAGEMENT_3,
            AutoConfigurationNames.SECURITY_4,
            AutoConfigurationNames.USERS_4,
            AutoConfigurationNames.MANAGEMENT_4
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({SecurityFilterChain.class, HttpSecurity.class})
@ConditionalOnProperty(prefix = "authgear.headers", name = "enabled", matchIfMissing = true)
@EnableConfigurationProperties(AuthgearHeadersProperties.class)
@Import({
    DefaultChainConfiguration.class,
    NoGeneratedPassword.class,
    SecurityChainVerifier.class,
    MdcConfiguration.class,
    WebMvcConfiguration.class,
    SecretSanitizing.class
})
// The parts below are imported for Spring to find, and are nobody else's to use.
@SuppressWarnings("exports")
public final class AuthgearHeadersAutoConfiguration {
    /** Right behind those that must be first; long before Spring Security's. */
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    /** The name of the bean that tells the time, if there is one: to the parser and to every rule about a login. */
    public static final String CLOCK = "authgearHeadersClock";

    /** Called by Spring. */
    public AuthgearHeadersAutoConfiguration() {}

    /** Not where an own support has its trust already: none needs to be stated then. */
    @Bean
    @ConditionalOnMissingBean({ProxyTrust.class, AuthgearHeadersSupport.class})
    ProxyTrust authgearProxyTrust(AuthgearHeadersProperties properties) {
        return new ProxyTrustFactory(properties).trust();
    }

    @Bean
    @ConditionalOnMissingBean
    AuthgearAuthoritiesMapper authgearAuthoritiesMapper(AuthgearHeadersProperties properties) {
        return AuthoritiesMapperFactory.mapper(properties);
    }

    @Bean
    @ConditionalOnMissingBean
    AuthgearHeadersSupport authgearHeadersSupport(
            AuthgearHeadersProperties properties,
            ProxyTrust trust,
            AuthgearAuthoritiesMapper authorities,
            ObjectProvider<PeerResolver> peers,
            ObjectProvider<UnauthorizedHandler> handlers,
            ObjectProvider<AuthgearRequestListener> listeners,
            ObjectProvider<StepUpHandler> stepUpHandlers,
            @Qualifier(CLOCK) ObjectProvider<Clock> clock,
            Environment environment,
            ListableBeanFactory beans) {
        PeerResolver ownPeers = peers.getIfAvailable();
        if (ownPeers == null) {
            new ForwardedAddresses(environment, beans).refuse(trust);
        }
        return AuthgearHeadersSupport.of(trust, filter -> {
                    configure(filter, properties);
                    peers.ifAvailable(filter::peerResolver);
                    handlers.ifAvailable(filter::unauthorizedHandler);
                    listeners.orderedStream().forEach(filter::listener);
                    stepUpHandlers.ifAvailable(filter::stepUpHandler);
                    clock.ifAvailable(filter::clock);
                })
                .withAuthorities(authorities)
                .withRefuseInvalidSessions(properties.refuseInvalidSessions());
    }

    /** Before every chain and beside them: no code of the application sees a raw header, whichever chain it is behind. */
    @Bean
    @ConditionalOnMissingBean(name = "authgearHeadersFilterRegistration")
    FilterRegistrationBean<AuthgearIdentityFilter> authgearHeadersFilterRegistration(AuthgearHeadersSupport support) {
        FilterRegistrationBean<AuthgearIdentityFilter> registration = new FilterRegistrationBean<>(support.filter());
        registration.setName("authgearHeadersFilter");
        registration.setOrder(ORDER);
        registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        return registration;
    }

    private static void configure(AuthgearIdentityFilter.Builder filter, AuthgearHeadersProperties properties) {
        filter.credentialTripwire(properties.credentialTripwire())
                .cacheControl(properties.cacheControl())
                .parser(parser -> parser.trustRoles(properties.trustRoles())
                        .missingFlags(properties.missingFlags())
                        .clockSkew(clockSkew(properties)));
    }

    private static Duration clockSkew(AuthgearHeadersProperties properties) {
        if (properties.clockSkew().isNegative() || properties.clockSkew().toDays() > 0) {
            throw new ConfigurationFailure(
                    "The property authgear.headers.clock-skew must lie between zero and a day.",
                    "Correct authgear.headers.clock-skew.");
        }
        return properties.clockSkew();
    }
}

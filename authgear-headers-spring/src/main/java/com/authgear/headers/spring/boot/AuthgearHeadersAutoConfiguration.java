package com.authgear.headers.spring.boot;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.servlet.AuthgearIdentityFilter;
import com.authgear.headers.servlet.AuthgearRequestListener;
import com.authgear.headers.servlet.PeerResolver;
import com.authgear.headers.servlet.StepUpHandler;
import com.authgear.headers.servlet.UnauthorizedHandler;
import com.authgear.headers.spring.AuthgearAuthoritiesMapper;
import com.authgear.headers.spring.AuthgearHeadersSupport;
import com.authgear.headers.spring.OptionalPrincipalArgumentResolver;
import com.authgear.headers.spring.stepup.StepUpExceptionResolver;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Reads the Authgear headers of a servlet application and protects it by them.
 *
 * <p>Beans of the types {@link ProxyTrust}, {@link PeerResolver}, {@link UnauthorizedHandler}, {@link StepUpHandler},
 * {@link AuthgearAuthoritiesMapper}, {@link AuthgearHeadersSupport} and {@code SecurityFilterChain}, and a
 * {@link Clock} bean named {@value #CLOCK}, replace what is made here. Beans of the type
 * {@link AuthgearRequestListener} are told of each request. The application does not start where no trust is stated,
 * nor where none of its own chains uses the headers.
 */
// By name, since Boot 4 moved them. Spring ignores unknown names, so tests on each Boot line resolve its own.
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration",
            "org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet"
                    + ".ManagementWebSecurityAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({SecurityFilterChain.class, HttpSecurity.class})
@ConditionalOnProperty(prefix = "authgear.headers", name = "enabled", matchIfMissing = true)
@EnableConfigurationProperties(AuthgearHeadersProperties.class)
@Import({
    DefaultChainConfiguration.class,
    NoGeneratedPassword.class,
    SecurityChainVerifier.class,
    FiltersConfiguration.class
})
// The imported classes are for Spring alone.
@SuppressWarnings("exports")
public final class AuthgearHeadersAutoConfiguration {
    /** The name of an optional bean that tells the time to the parser and to every rule about a login. */
    public static final String CLOCK = "authgearHeadersClock";

    /** Called by Spring. */
    public AuthgearHeadersAutoConfiguration() {}

    /** An AuthgearHeadersSupport bean of the application has its trust already, and none needs to be stated. */
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
        if (peers.getIfAvailable() == null) {
            new ForwardedAddresses(environment, beans).refuse(trust);
        }
        return AuthgearHeadersSupport.of(trust, filter -> {
                    configure(filter, properties, trust);
                    peers.ifAvailable(filter::peerResolver);
                    handlers.ifAvailable(filter::unauthorizedHandler);
                    listeners.orderedStream().forEach(filter::listener);
                    stepUpHandlers.ifAvailable(filter::stepUpHandler);
                    clock.ifAvailable(filter::clock);
                })
                .withAuthorities(authorities)
                .withRefuseInvalidSessions(properties.refuseInvalidSessions());
    }

    private static void configure(
            AuthgearIdentityFilter.Builder filter, AuthgearHeadersProperties properties, ProxyTrust trust) {
        filter.credentialTripwire(properties.credentialTripwire())
                .cacheControl(properties.cacheControl())
                .parser(parser -> parser.trustRoles(properties.trustRoles())
                        .missingFlags(properties.missingFlags())
                        .clockSkew(clockSkew(properties)));
        if (properties.login() != null) {
            filter.login(AuthgearLoginFactory.login(properties.login(), trust));
        }
    }

    private static Duration clockSkew(AuthgearHeadersProperties properties) {
        if (properties.clockSkew().isNegative() || properties.clockSkew().compareTo(Duration.ofDays(1)) > 0) {
            throw new ConfigurationFailure(
                    "The property authgear.headers.clock-skew must lie between zero and a day.",
                    "Correct authgear.headers.clock-skew.");
        }
        return properties.clockSkew();
    }

    /**
     * Makes {@code @AuthenticationPrincipal Optional<AuthgearPrincipal>} and denials of step-up work in controllers.
     */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(WebMvcConfigurer.class)
    static final class WebMvc {
        @Bean
        StepUpExceptionResolver authgearStepUpExceptionResolver() {
            return new StepUpExceptionResolver();
        }

        /** Has an order, which puts it before Spring Security's: that has none. */
        @Bean
        @Order(0)
        WebMvcConfigurer authgearHeadersMvcConfigurer() {
            return new WebMvcConfigurer() {
                @Override
                public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                    resolvers.add(new OptionalPrincipalArgumentResolver());
                }
            };
        }
    }

    /**
     * Keeps the secret out of the actuator's {@code env} and {@code configprops}, under each name that it has there.
     */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(SanitizingFunction.class)
    static final class SecretSanitizing {
        @Bean
        SanitizingFunction authgearSecretSanitizingFunction(AuthgearHeadersProperties properties) {
            String signingKey =
                    properties.login() == null ? null : properties.login().signingKey();
            return data -> Stream.of(properties.sharedSecret(), properties.previousSharedSecret(), signingKey)
                            .filter(Objects::nonNull)
                            .anyMatch(String.valueOf(data.getValue())::contains)
                    ? data.withSanitizedValue()
                    : data;
        }
    }
}

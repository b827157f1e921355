package com.authgear.headers.spring.boot;

import com.authgear.headers.spring.AuthgearPreAuthenticatedProcessingFilter;
import java.lang.System.Logger.Level;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** Stops the start if the application has chains and none of them uses the headers. */
@Configuration(proxyBeanMethods = false)
final class SecurityChainVerifier {
    private static final System.Logger LOGGER = System.getLogger(AuthgearHeadersAutoConfiguration.class.getName());

    @Bean
    static SmartInitializingSingleton authgearHeadersChainsCheck(ObjectProvider<SecurityFilterChain> chains) {
        return () -> check(chains.orderedStream().toList());
    }

    private static void check(List<SecurityFilterChain> chains) {
        if (chains.stream().noneMatch(SecurityChainVerifier::isOurs)) {
            throw new ConfigurationFailure(
                    "The application has " + chains.size() + " SecurityFilterChain bean(s), and none of them uses the"
                            + " Authgear headers, which would authenticate no request.",
                    """
                    Add this to the chain that protects the application:

                        http.with(AuthgearHeadersConfigurer.authgearHeaders(), Customizer.withDefaults());

                    Or, if the headers are not wanted: authgear.headers.enabled=false""");
        }
        if (chains.stream().noneMatch(SecurityChainVerifier::isForEverything)) {
            LOGGER.log(
                    Level.WARNING,
                    "No SecurityFilterChain is for every request: what none of them matches is open to everybody. Add"
                            + " one without a securityMatcher.");
        }
    }

    private static boolean isOurs(SecurityFilterChain chain) {
        return chain.getFilters().stream().anyMatch(AuthgearPreAuthenticatedProcessingFilter.class::isInstance);
    }

    private static boolean isForEverything(SecurityFilterChain chain) {
        return !(chain instanceof DefaultSecurityFilterChain known)
                || known.getRequestMatcher() instanceof AnyRequestMatcher;
    }
}

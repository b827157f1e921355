package com.authgear.headers.spring.stepup;

import org.springframework.aop.config.AopConfigUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.context.annotation.Role;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.security.authorization.AuthorizationEventPublisher;
import org.springframework.security.authorization.SpringAuthorizationEventPublisher;
import org.springframework.security.authorization.method.AuthorizationInterceptorsOrder;
import org.springframework.security.authorization.method.AuthorizationManagerBeforeMethodInterceptor;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * Enforces {@link RequireRecentLogin} and {@link RequireAmr}. Spring Boot has it by itself; elsewhere import it. It needs
 * no {@code @EnableMethodSecurity}; with it, {@code @PreAuthorize} and its like are asked first, so that nobody logs in
 * again in vain.
 *
 * <p>An annotation that cannot be meant, or that no proxy would enforce, stops the start with the name of the method or the
 * bean. No proxy enforces one on private, static and final methods, on package-private ones from another package, on final
 * classes, and on beans that were registered by hand, made before the others, or put inside a proxy of another kind. What
 * a class has from Spring or the JDK is no obstacle, unless it is a handler. Each context that makes beans with such
 * annotations needs this import: those above and below are looked through as well.
 *
 * <p>The age of a login is told by the clock of the filter that read it. A chain with {@code authgearHeaders()}
 * answers what is denied here.
 */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
@Import(StepUpMethodSecurity.AutoProxy.class)
// The part below is imported for Spring to find, and is nobody else's to use.
@SuppressWarnings("exports")
public final class StepUpMethodSecurity {
    /** Called by Spring. */
    public StepUpMethodSecurity() {}

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static StepUpAnnotations authgearStepUpAnnotations() {
        return new StepUpAnnotations();
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static AuthorizationManagerBeforeMethodInterceptor authgearStepUpMethodInterceptor(
            StepUpAnnotations annotations,
            ObjectProvider<SecurityContextHolderStrategy> strategy,
            ObjectProvider<AuthorizationEventPublisher> events,
            ApplicationContext context) {
        AuthorizationManagerBeforeMethodInterceptor interceptor = new AuthorizationManagerBeforeMethodInterceptor(
                new StepUpPointcut(annotations), new StepUpMethodManager(annotations));
        interceptor.setOrder(AuthorizationInterceptorsOrder.JSR250.getOrder() + 1);
        interceptor.setAuthorizationEventPublisher(
                events.getIfAvailable(() -> new SpringAuthorizationEventPublisher(context)));
        strategy.ifAvailable(interceptor::setSecurityContextHolderStrategy);
        return interceptor;
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static StepUpObjects authgearStepUpObjects(StepUpAnnotations annotations) {
        return new StepUpObjects(annotations);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static StepUpStartCheck authgearStepUpStartCheck(
            ConfigurableListableBeanFactory beans, StepUpAnnotations annotations, StepUpObjects objects) {
        return new StepUpStartCheck(beans, annotations, objects);
    }

    /** Proxies are made where there would be none yet. */
    static final class AutoProxy implements ImportBeanDefinitionRegistrar {
        @Override
        public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
            AopConfigUtils.registerAutoProxyCreatorIfNecessary(registry);
        }
    }
}

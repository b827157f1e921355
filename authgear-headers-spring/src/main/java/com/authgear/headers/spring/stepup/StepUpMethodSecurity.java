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
 * Enforces {@link RequireRecentLogin} and {@link RequireAmr}. Spring Boot imports it; elsewhere import it. It does not
 * need {@code @EnableMethodSecurity}. With that, {@code @PreAuthorize} and its like are checked first, so that a user
 * whom they deny is not asked for another login.
 *
 * <p>The start fails, with the name of the method or the bean, where an annotation has an impossible value or no proxy
 * would enforce it: on private, static and final methods, on package-private ones from another package, on final
 * classes, and on beans that were registered by hand, made before the others, or put inside a proxy of another kind.
 * Methods that a class inherits from Spring or the JDK are no obstacle, unless they are handlers. Each context that
 * makes beans with such annotations needs this import; the contexts above and below it are checked as well.
 *
 * <p>The clock of the filter that read the time of a login tells its age. A chain with {@code authgearHeaders()}
 * answers the denials.
 */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
@Import(StepUpMethodSecurity.AutoProxy.class)
// The imported class is for Spring alone.
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
        StepUpMethods methods = new StepUpMethods(annotations);
        AuthorizationManagerBeforeMethodInterceptor interceptor =
                new AuthorizationManagerBeforeMethodInterceptor(methods, methods);
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

    /** Lets the context make proxies, where nothing else does. */
    static final class AutoProxy implements ImportBeanDefinitionRegistrar {
        @Override
        public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
            AopConfigUtils.registerAutoProxyCreatorIfNecessary(registry);
        }
    }
}

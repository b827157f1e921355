package com.authgear.headers.spring.test;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.web.servlet.setup.ConfigurableMockMvcBuilder;
import org.springframework.util.ClassUtils;

/**
 * Applies {@link AuthgearMockMvcConfigurers#authgearHeaders} to MockMvc builders that are beans, as Spring Boot's are
 * on every line. Found by spring-test in {@code spring.factories}.
 */
final class TestUserContextCustomizerFactory implements ContextCustomizerFactory {
    private static final String NEEDED = "org.springframework.security.test.context.TestSecurityContextHolder";

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return ClassUtils.isPresent(NEEDED, testClass.getClassLoader()) ? new Customizer() : null;
    }

    /** All instances are equal, so that contexts are cached. */
    private record Customizer() implements ContextCustomizer {
        private static final String BEAN = "authgearTestUserMockMvcConfigurer";

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            if (context.getBeanFactory() instanceof BeanDefinitionRegistry registry) {
                RootBeanDefinition definition = new RootBeanDefinition(OnBuilders.class);
                definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
                registry.registerBeanDefinition(BEAN, definition);
            }
        }
    }

    static final class OnBuilders implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof ConfigurableMockMvcBuilder<?> builder) {
                builder.apply(AuthgearMockMvcConfigurers.authgearHeaders());
            }
            return bean;
        }
    }
}

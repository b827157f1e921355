package com.authgear.headers.spring.test;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.util.ClassUtils;

/** Gives tested applications the {@link TestSecret}. Found by spring-test in {@code spring.factories}. */
final class TestSecretContextCustomizerFactory implements ContextCustomizerFactory {
    private static final List<String> NEEDED = List.of(
            "org.springframework.boot.context.properties.bind.Binder",
            "com.authgear.headers.spring.boot.AuthgearHeadersAutoConfiguration");

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        ClassLoader loader = testClass.getClassLoader();
        return NEEDED.stream().allMatch(name -> ClassUtils.isPresent(name, loader)) ? new Customizer() : null;
    }

    /** All instances are equal, so that contexts are cached. */
    private record Customizer() implements ContextCustomizer {
        /** As late as possible before beans are made, when all sources of properties are there. */
        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            context.addBeanFactoryPostProcessor(beans -> TestSecret.supply(beans, context.getEnvironment()));
        }
    }
}

package com.authgear.headers.spring.test;

import java.util.List;
import java.util.stream.Stream;
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
        Stream<String> needed = NEEDED.stream();
        return needed.allMatch(name -> ClassUtils.isPresent(name, testClass.getClassLoader()))
                ? new Customizer()
                : null;
    }

    /** Equal to every other, so that contexts are cached. */
    private record Customizer() implements ContextCustomizer {
        /** At the last moment before beans are made: every source of properties is there. */
        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            context.addBeanFactoryPostProcessor(beans -> TestSecret.supply(beans, context.getEnvironment()));
        }
    }
}

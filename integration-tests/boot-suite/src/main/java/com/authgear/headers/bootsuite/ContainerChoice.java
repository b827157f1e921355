package com.authgear.headers.bootsuite;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/** Chooses the container by the property {@code suite.container}; both are on the class path. */
final class ContainerChoice implements ImportBeanDefinitionRegistrar, EnvironmentAware {
    static final String PROPERTY = "suite.container";

    private Container container = Container.TOMCAT;

    @Override
    public void setEnvironment(Environment environment) {
        container = environment.getProperty(PROPERTY, Container.class, Container.TOMCAT);
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
        registry.registerBeanDefinition("servletWebServerFactory", new RootBeanDefinition(container.factory()));
    }
}

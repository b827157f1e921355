package com.authgear.headers.spring.stepup;

import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.config.AopConfigUtils;
import org.springframework.aop.framework.ProxyConfig;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.util.ClassUtils;

/**
 * Reads the rules of all beans at start, lazy ones included, and refuses a bean whose rules no proxy enforces: in this
 * context, in those above it, and in each one below it as soon as that is complete.
 */
record StepUpStartCheck(ConfigurableListableBeanFactory beans, StepUpAnnotations annotations, StepUpObjects objects)
        implements SmartInitializingSingleton, ApplicationListener<ContextRefreshedEvent> {
    @Override
    public void afterSingletonsInstantiated() {
        @Nullable BeanFactory factory = beans;
        while (factory instanceof ConfigurableListableBeanFactory known) {
            check(known);
            factory = known.getParentBeanFactory();
        }
    }

    /** A context publishes its events in those above it, too. */
    @Override
    public void onApplicationEvent(ContextRefreshedEvent event) {
        if (event.getApplicationContext() instanceof ConfigurableApplicationContext context
                && !beans.equals(context.getBeanFactory())) {
            check(context.getBeanFactory());
        }
    }

    private void check(ConfigurableListableBeanFactory factory) {
        boolean enforced = factory.getBeanNamesForType(StepUpObjects.class).length > 0;
        for (String name : factory.getBeanDefinitionNames()) {
            @Nullable Class<?> type = AutoProxyUtils.determineTargetClass(factory, name);
            if (type != null && isReadable(type) && annotations.anyOn(type)) {
                refuse(!enforced, type, name, "its context does not import StepUpMethodSecurity");
                refuse(isSynthetic(factory, name), type, name, "its definition is synthetic");
                refuse(isFinal(type) && isProxiedByClass(factory, name), type, name, "its class is final");
            }
        }
        for (String name : factory.getSingletonNames()) {
            @Nullable Object bean = factory.getSingleton(name);
            if (bean != null && isReadable(bean.getClass())) {
                objects.refuseOpen(bean, name);
            }
        }
    }

    private static void refuse(boolean open, Class<?> type, String name, String reason) {
        if (open) {
            throw StepUpObjects.open(type, name, type, reason);
        }
    }

    /** A type of which a part is missing on the class path cannot be checked until it becomes a bean. */
    private boolean isReadable(Class<?> type) {
        try {
            annotations.anyOn(type);
            return true;
        } catch (IllegalStateException | LinkageError incomplete) {
            return false;
        }
    }

    /** Spring makes no proxies of such beans. */
    private static boolean isSynthetic(ConfigurableListableBeanFactory factory, String name) {
        return factory.getMergedBeanDefinition(name) instanceof AbstractBeanDefinition definition
                && definition.isSynthetic();
    }

    private static boolean isFinal(Class<?> type) {
        return (Modifier.isFinal(type.getModifiers()) || type.isSealed())
                && !type.isInterface()
                && !Proxy.isProxyClass(type)
                && !ClassUtils.isLambdaClass(type);
    }

    private static boolean isProxiedByClass(ConfigurableListableBeanFactory factory, String name) {
        return AutoProxyUtils.shouldProxyTargetClass(factory, name)
                || factory.getBean(AopConfigUtils.AUTO_PROXY_CREATOR_BEAN_NAME, ProxyConfig.class)
                        .isProxyTargetClass();
    }
}

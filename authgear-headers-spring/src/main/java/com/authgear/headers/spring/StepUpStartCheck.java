package com.authgear.headers.spring;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Reads the rules of all beans at start, of the lazy ones too, and refuses one that nothing stands before. */
final class StepUpStartCheck implements SmartInitializingSingleton {
    private final ConfigurableListableBeanFactory beans;
    private final StepUpAnnotations annotations;

    StepUpStartCheck(ConfigurableListableBeanFactory beans, StepUpAnnotations annotations) {
        this.beans = beans;
        this.annotations = annotations;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (String name : beans.getBeanDefinitionNames()) {
            Class<?> type = AutoProxyUtils.determineTargetClass(beans, name);
            if (type != null && hasRule(type)) {
                refuseOpen(name, type);
            }
        }
    }

    /** A type that lacks a part of itself on the class path has yet to become a bean: its turn comes then. */
    private boolean hasRule(Class<?> type) {
        try {
            return annotations.anyOn(type);
        } catch (IllegalStateException | LinkageError incomplete) {
            return false;
        }
    }

    private void refuseOpen(String name, Class<?> type) {
        Object bean = beans.containsSingleton(name) ? beans.getSingleton(name) : null;
        if (bean != null && !(bean instanceof FactoryBean) && !AopUtils.isAopProxy(bean)) {
            throw new InvalidStepUpRuleException("The rules of step-up on " + type.getName() + " are not enforced: the"
                    + " bean \"" + name + "\" has no proxy, since it was made by hand or before the others. Move the"
                    + " annotation to a bean that is made later");
        }
    }
}

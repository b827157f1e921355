package com.authgear.headers.spring.stepup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.PointcutAdvisor;
import org.springframework.aop.TargetSource;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aop.target.AbstractBeanFactoryBasedTargetSource;
import org.springframework.beans.factory.config.SmartInstantiationAwareBeanPostProcessor;

/**
 * Checks each object that the container makes, after its proxies were made, and refuses one whose rules they do not
 * enforce. Thread-safe.
 */
final class StepUpObjects implements SmartInstantiationAwareBeanPostProcessor {
    private final StepUpAnnotations annotations;
    /** Beans with circular references, checked when Spring handed them out early; it passes them again, unproxied. */
    private final Map<String, Object> handedOut = new ConcurrentHashMap<>();

    StepUpObjects(StepUpAnnotations annotations) {
        this.annotations = annotations;
    }

    @Override
    public Object getEarlyBeanReference(Object bean, String name) {
        refuseOpen(bean, name);
        handedOut.put(name, bean);
        return bean;
    }

    @Override
    // The same object, not an equal one.
    @SuppressWarnings("ReferenceEquality")
    public Object postProcessAfterInitialization(Object bean, String name) {
        Object before = handedOut.remove(name);
        if (before == null || AopProxyUtils.getSingletonTarget(before) != bean) {
            refuseOpen(bean, name);
        }
        return bean;
    }

    /** Refuses an object with a rule that no proxy around it enforces. */
    void refuseOpen(Object bean, String name) {
        List<Class<?>> present = new ArrayList<>();
        List<Class<?>> enforced = new ArrayList<>();
        for (Object layer = bean; layer != null; layer = AopProxyUtils.getSingletonTarget(layer)) {
            present.add(layer.getClass());
            if (layer instanceof Advised proxy) {
                if (proxy.getTargetSource() instanceof AbstractBeanFactoryBasedTargetSource) {
                    // Its target is another bean, which is checked itself.
                    return;
                }
                add(proxy.getTargetSource(), present);
                if (isOurs(proxy)) {
                    add(proxy.getTargetSource(), enforced);
                }
            }
        }
        present.stream()
                .flatMap(type -> annotations.types(type).stream())
                .filter(type -> enforced.stream().noneMatch(type::isAssignableFrom))
                .findFirst()
                .ifPresent(type -> {
                    throw open(
                            type,
                            name,
                            bean.getClass(),
                            "it was made by hand, before the others or inside another proxy");
                });
    }

    static InvalidStepUpRuleException open(Class<?> stating, String name, Class<?> type, String reason) {
        return new InvalidStepUpRuleException(
                "The rules of step-up on " + stating.getName() + " are not enforced on the"
                        + " bean \"" + name + "\" of " + type.getName() + ": it has no proxy that knows them, since "
                        + reason
                        + ". Let a context with StepUpMethodSecurity make it as an ordinary bean, or move the annotation to one");
    }

    private static void add(TargetSource source, List<Class<?>> classes) {
        @Nullable Class<?> type = source.getTargetClass();
        if (type != null) {
            classes.add(type);
        }
    }

    private static boolean isOurs(Advised proxy) {
        for (Advisor advisor : proxy.getAdvisors()) {
            if (advisor instanceof PointcutAdvisor pointcut && pointcut.getPointcut() instanceof StepUpMethods) {
                return true;
            }
        }
        return false;
    }
}

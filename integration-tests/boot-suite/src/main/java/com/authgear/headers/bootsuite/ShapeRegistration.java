package com.authgear.headers.bootsuite;

import com.authgear.headers.spring.stepup.StepUpMethodSecurity;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.config.AopConfigUtils;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.framework.ProxyFactoryBean;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanDefinitionHolder;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.context.support.SimpleThreadScope;

/** The ways in which an object becomes a bean. */
enum ShapeRegistration {
    CLASS {
        @Override
        void register(GenericApplicationContext context, Class<?> type) {
            context.registerBean(BEAN, type);
        }
    },
    LAZY {
        @Override
        void register(GenericApplicationContext context, Class<?> type) {
            context.registerBean(BEAN, type, definition -> definition.setLazyInit(true));
        }
    },
    PROTOTYPE {
        @Override
        void register(GenericApplicationContext context, Class<?> type) {
            context.registerBean(BEAN, type, definition -> definition.setScope(BeanDefinition.SCOPE_PROTOTYPE));
        }
    },
    /** As a {@code @Bean} method whose return type says nothing. */
    SUPPLIER {
        @Override
        void register(GenericApplicationContext context, Class<?> type) {
            context.registerBean(BEAN, Object.class, () -> make(type));
        }
    },
    FACTORY_WITH_ARGUMENTS {
        @Override
        void register(GenericApplicationContext context, Class<?> type) {
            RootBeanDefinition definition = new RootBeanDefinition(ShapeRegistration.class);
            definition.setFactoryMethodName("make");
            definition.setScope(BeanDefinition.SCOPE_PROTOTYPE);
            context.registerBeanDefinition(BEAN, definition);
        }

        @Override
        Object bean(GenericApplicationContext context, Class<?> type) {
            return context.getBean(BEAN, new Object[] {type});
        }
    },
    FACTORY_BEAN {
        @Override
        void register(GenericApplicationContext context, Class<?> type) {
            context.registerBean(BEAN, Factory.class, () -> new Factory(type));
        }
    },
    SCOPED_BY_CLASS {
        @Override
        void register(GenericApplicationContext context, Class<?> type) {
            registerScoped(context, type, true);
        }
    },
    SCOPED_BY_INTERFACES {
        @Override
        void register(GenericApplicationContext context, Class<?> type) {
            registerScoped(context, type, false);
        }
    },
    /** An inner bean, without a name. */
    INNER {
        @Override
        void register(GenericApplicationContext context, Class<?> type) {
            RootBeanDefinition outer = new RootBeanDefinition(Holder.class);
            outer.getPropertyValues().add("held", new RootBeanDefinition(type));
            context.registerBeanDefinition("holder", outer);
        }

        @Override
        Object bean(GenericApplicationContext context, Class<?> type) {
            return context.getBean(Holder.class).getHeld();
        }
    },
    /** In a cycle with a bean that it needs itself. */
    IN_A_CIRCLE {
        @Override
        void register(GenericApplicationContext context, Class<?> type) {
            context.registerBean(BEAN, type);
            RootBeanDefinition holder = new RootBeanDefinition(Holder.class);
            holder.getPropertyValues().add("held", new RuntimeBeanReference(BEAN));
            context.registerBeanDefinition("holder", holder);
            context.addBeanFactoryPostProcessor(beans -> beans.addBeanPostProcessor(new Circle(context)));
        }

        @Override
        Object bean(GenericApplicationContext context, Class<?> type) {
            return context.getBean(Holder.class).getHeld();
        }
    },
    /** Created by the container, but not registered as a bean. */
    MADE_ON_REQUEST {
        @Override
        void register(GenericApplicationContext context, Class<?> type) {}

        @Override
        Object bean(GenericApplicationContext context, Class<?> type) {
            return context.getAutowireCapableBeanFactory().createBean(type);
        }
    },
    IN_A_CONTEXT_BELOW_THAT_ENFORCES_TOO {
        @Override
        void register(GenericApplicationContext context, Class<?> type) {}

        @Override
        Object bean(GenericApplicationContext context, Class<?> type) {
            AnnotationConfigApplicationContext below = new AnnotationConfigApplicationContext();
            below.setClassLoader(type.getClassLoader());
            below.setParent(context);
            below.register(StepUpMethodSecurity.class);
            below.registerBean(BEAN, type);
            below.refresh();
            return below.getBean(BEAN);
        }
    },
    BY_HAND(false) {
        @Override
        void register(GenericApplicationContext context, Class<?> type) {
            context.getBeanFactory().registerSingleton(BEAN, make(type));
        }
    },
    FACTORY_BY_HAND {
        @Override
        void register(GenericApplicationContext context, Class<?> type) {
            context.getBeanFactory().registerSingleton(BEAN, new Factory(type));
        }
    },
    BEFORE_THE_OTHERS(false) {
        @Override
        void register(GenericApplicationContext context, Class<?> type) {
            context.registerBean(BEAN, type);
            context.addBeanFactoryPostProcessor(beans -> beans.getBean(BEAN));
        }
    },
    SYNTHETIC(false) {
        @Override
        void register(GenericApplicationContext context, Class<?> type) {
            RootBeanDefinition definition = new RootBeanDefinition(type);
            definition.setSynthetic(true);
            context.registerBeanDefinition(BEAN, definition);
        }
    },
    SYNTHETIC_AND_LAZY(false) {
        @Override
        void register(GenericApplicationContext context, Class<?> type) {
            RootBeanDefinition definition = new RootBeanDefinition(type);
            definition.setSynthetic(true);
            definition.setLazyInit(true);
            context.registerBeanDefinition(BEAN, definition);
        }
    },
    /** Behind a proxy that the application made itself. */
    IN_ANOTHER_PROXY(false) {
        @Override
        void register(GenericApplicationContext context, Class<?> type) {
            context.registerBean(BEAN, ProxyFactoryBean.class, () -> {
                ProxyFactoryBean factory = new ProxyFactoryBean();
                factory.setTarget(make(type));
                return factory;
            });
        }
    },
    /** Created after the check at the start. */
    LAZY_IN_ANOTHER_PROXY(false) {
        @Override
        void register(GenericApplicationContext context, Class<?> type) {
            context.registerBean(
                    BEAN,
                    Object.class,
                    () -> new ProxyFactory(make(type)).getProxy(type.getClassLoader()),
                    definition -> definition.setLazyInit(true));
        }
    },
    IN_A_CONTEXT_ABOVE(false) {
        @Override
        void register(GenericApplicationContext context, Class<?> type) {
            GenericApplicationContext above = new GenericApplicationContext();
            above.registerBean(BEAN, type);
            above.refresh();
            context.setParent(above);
        }
    },
    LAZY_IN_A_CONTEXT_ABOVE(false) {
        @Override
        void register(GenericApplicationContext context, Class<?> type) {
            GenericApplicationContext above = new GenericApplicationContext();
            above.registerBean(BEAN, type, definition -> definition.setLazyInit(true));
            above.refresh();
            context.setParent(above);
        }
    },
    IN_A_CONTEXT_BELOW(false) {
        @Override
        void register(GenericApplicationContext context, Class<?> type) {}

        @Override
        Object bean(GenericApplicationContext context, Class<?> type) {
            GenericApplicationContext below = new GenericApplicationContext(context);
            below.registerBean(BEAN, type);
            below.refresh();
            return below.getBean(BEAN);
        }
    };

    private static final String BEAN = "shape";

    private final boolean enforced;

    ShapeRegistration() {
        this(true);
    }

    ShapeRegistration(boolean enforced) {
        this.enforced = enforced;
    }

    /** Whether rules are enforced with this registration; if not, the start must be refused. */
    boolean isEnforced() {
        return enforced;
    }

    /** A context that enforces rules, with the bean. */
    AnnotationConfigApplicationContext start(Class<?> type, boolean byClass) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.setClassLoader(type.getClassLoader());
        context.register(StepUpMethodSecurity.class);
        if (byClass) {
            BeanFactoryPostProcessor byClasses =
                    beans -> AopConfigUtils.forceAutoProxyCreatorToUseClassProxying((BeanDefinitionRegistry) beans);
            context.addBeanFactoryPostProcessor(byClasses);
        }
        register(context, type);
        try {
            context.refresh();
            return context;
        } catch (RuntimeException | Error e) {
            context.close();
            throw e;
        }
    }

    abstract void register(GenericApplicationContext context, Class<?> type);

    Object bean(GenericApplicationContext context, Class<?> type) {
        return context.getBean(BEAN);
    }

    static Object make(Class<?> type) {
        return BeanUtils.instantiateClass(type);
    }

    private static void registerScoped(GenericApplicationContext context, Class<?> type, boolean byClass) {
        context.getBeanFactory().registerScope("thread", new SimpleThreadScope());
        RootBeanDefinition definition = new RootBeanDefinition(type);
        definition.setScope("thread");
        BeanDefinitionHolder holder =
                ScopedProxyUtils.createScopedProxy(new BeanDefinitionHolder(definition, BEAN), context, byClass);
        context.registerBeanDefinition(BEAN, holder.getBeanDefinition());
    }

    static final class Holder {
        private @Nullable Object held;

        public void setHeld(Object value) {
            held = value;
        }

        Object getHeld() {
            return Objects.requireNonNull(held);
        }
    }

    private record Factory(Class<?> type) implements FactoryBean<Object> {
        @Override
        public Object getObject() {
            return make(type);
        }

        @Override
        public @Nullable Class<?> getObjectType() {
            return null;
        }
    }

    /** Asks for the holder while the bean that it holds is being made. */
    private record Circle(GenericApplicationContext context) implements BeanPostProcessor {
        @Override
        public Object postProcessBeforeInitialization(Object bean, String name) {
            if (name.equals(BEAN)) {
                context.getBean("holder");
            }
            return bean;
        }
    }
}

package com.authgear.headers.attacksuite;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/** All that can be read over JMX. */
public final class ManagementBeans {
    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

    private ManagementBeans() {}

    /** Each bean's name and the texts of its attributes. */
    public static Stream<String> texts() {
        return SERVER.queryNames(null, null).stream()
                .flatMap(bean -> Stream.concat(Stream.of(bean.toString()), attributes(bean)));
    }

    private static Stream<String> attributes(ObjectName bean) {
        try {
            return Arrays.stream(SERVER.getMBeanInfo(bean).getAttributes())
                    .map(attribute -> text(value(bean, attribute)));
        } catch (JMException goneMeanwhile) {
            return Stream.empty();
        }
    }

    /** Some attributes are not available on this machine; only their error is recorded. */
    private static @Nullable Object value(ObjectName bean, MBeanAttributeInfo attribute) {
        try {
            return SERVER.getAttribute(bean, attribute.getName());
        } catch (JMException | JMRuntimeException notReadable) {
            return notReadable.getMessage();
        }
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Object[] some) {
            return text(Arrays.asList(some));
        }
        if (value instanceof Collection<?> some) {
            return some.stream().map(ManagementBeans::text).toList().toString();
        }
        return Objects.toString(value);
    }
}

package com.authgear.headers.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** Most applications have no actuator. Boot 4 has its request matcher all the same. */
final class HealthWithoutActuatorTests {
    @Test
    void noPathIsAHealthEndpointWithoutTheActuator() {
        FilteredClassLoader withoutActuator = new FilteredClassLoader("org.springframework.boot.actuate");
        assertThatCode(() -> HealthRequestMatcher.of(withoutActuator)).doesNotThrowAnyException();
        assertThat(HealthRequestMatcher.of(withoutActuator).matches(anyRequest())).isFalse();
        assertThat(HealthRequestMatcher.of(getClass().getClassLoader())).isInstanceOf(OrRequestMatcher.class);
    }

    private static HttpServletRequest anyRequest() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> null);
    }
}

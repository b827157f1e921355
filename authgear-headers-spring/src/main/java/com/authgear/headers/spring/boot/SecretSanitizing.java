package com.authgear.headers.spring.boot;

import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Keeps the secret out of the actuator's endpoints {@code env} and {@code configprops}, which may show it under several
 * names: the property, and the environment variable that it came from.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(SanitizingFunction.class)
final class SecretSanitizing {
    @Bean
    SanitizingFunction authgearSecretSanitizingFunction(AuthgearHeadersProperties properties) {
        return data -> holdsSecret(data, properties) ? data.withSanitizedValue() : data;
    }

    private static boolean holdsSecret(SanitizableData data, AuthgearHeadersProperties properties) {
        String value = String.valueOf(data.getValue());
        return Stream.of(properties.sharedSecret(), properties.previousSharedSecret())
                .filter(Objects::nonNull)
                .anyMatch(value::contains);
    }
}

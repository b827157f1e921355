package com.authgear.headers.spring;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** Makes Spring Security 7's FactorGrantedAuthority by reflection: this is compiled against 6.5, which has none. */
record FactorAuthority(Method withAuthority, Method issuedAt, Method build) {
    private static final String TYPE = "org.springframework.security.core.authority.FactorGrantedAuthority";
    private static final String BUILDER = TYPE + "$Builder";
    private static final String AUTHORIZATION = "org.springframework.security.authorization.";

    /** Null on Spring Security 6.5. */
    static final @Nullable FactorAuthority FACTORY = find(FactorAuthority.class.getClassLoader());

    /**
     * A factor and when it was proved. For an unknown time Spring's builder would take the present, and the factor
     * would always be recent; so without a time it is a plain authority, which satisfies no duration.
     */
    GrantedAuthority of(String factor, Optional<Instant> time) {
        if (time.isEmpty()) {
            return new SimpleGrantedAuthority(factor);
        }
        Object builder = call(issuedAt, call(withAuthority, null, factor), time.get());
        return (GrantedAuthority) call(build, builder);
    }

    private static Object call(Method method, @Nullable Object target, Object... arguments) {
        return Objects.requireNonNull(ReflectionUtils.invokeMethod(method, target, arguments));
    }

    private static @Nullable FactorAuthority find(@Nullable ClassLoader loader) {
        if (!ClassUtils.isPresent(TYPE, loader)) {
            return null;
        }
        Class<?> builder = ClassUtils.resolveClassName(BUILDER, loader);
        return new FactorAuthority(
                ClassUtils.getMethod(ClassUtils.resolveClassName(TYPE, loader), "withAuthority", String.class),
                ClassUtils.getMethod(builder, "issuedAt", Instant.class),
                ClassUtils.getMethod(builder, "build"));
    }

    /** For native images: what is read here and in FactorDenials. Named in META-INF/spring/aot.factories. */
    static final class Hints implements RuntimeHintsRegistrar {
        @Override
        public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
            for (String name : List.of(
                    TYPE,
                    BUILDER,
                    AUTHORIZATION + "FactorAuthorizationDecision",
                    AUTHORIZATION + "RequiredFactor",
                    AUTHORIZATION + "RequiredFactorError")) {
                hints.reflection().registerTypeIfPresent(loader, name, MemberCategory.INVOKE_PUBLIC_METHODS);
            }
        }
    }
}

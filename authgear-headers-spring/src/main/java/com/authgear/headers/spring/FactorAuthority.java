package com.authgear.headers.spring;

import java.lang.reflect.Method;
import java.time.Instant;
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

/** Spring Security 7's FactorGrantedAuthority, by reflection: this is compiled against 6.5, which has none. */
final class FactorAuthority {
    private static final String TYPE = "org.springframework.security.core.authority.FactorGrantedAuthority";
    private static final String BUILDER = TYPE + "$Builder";
    private static final @Nullable Calls CALLS = Calls.find(FactorAuthority.class.getClassLoader());

    private FactorAuthority() {}

    static boolean isSupported() {
        return CALLS != null;
    }

    /**
     * A factor and when it was proved. Its builder would take the time of the request for an unknown one, so that such a
     * factor would always be recent: without a time it is a plain authority, which no duration accepts.
     */
    static GrantedAuthority of(String factor, Optional<Instant> issuedAt) {
        Calls calls = Objects.requireNonNull(CALLS, "not on Spring Security 6.5");
        return issuedAt.map(time -> calls.factor(factor, time)).orElseGet(() -> new SimpleGrantedAuthority(factor));
    }

    private record Calls(Method withAuthority, Method issuedAt, Method build) {
        static @Nullable Calls find(@Nullable ClassLoader loader) {
            if (!ClassUtils.isPresent(TYPE, loader)) {
                return null;
            }
            Class<?> builder = ClassUtils.resolveClassName(BUILDER, loader);
            return new Calls(
                    ClassUtils.getMethod(ClassUtils.resolveClassName(TYPE, loader), "withAuthority", String.class),
                    ClassUtils.getMethod(builder, "issuedAt", Instant.class),
                    ClassUtils.getMethod(builder, "build"));
        }

        GrantedAuthority factor(String name, Instant time) {
            Object builder = ReflectionUtils.invokeMethod(withAuthority, null, name);
            ReflectionUtils.invokeMethod(issuedAt, builder, time);
            return (GrantedAuthority) Objects.requireNonNull(ReflectionUtils.invokeMethod(build, builder));
        }
    }

    /** For native images; found by META-INF/spring/aot.factories. */
    static final class Hints implements RuntimeHintsRegistrar {
        @Override
        public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
            for (String name : new String[] {TYPE, BUILDER}) {
                hints.reflection().registerTypeIfPresent(loader, name, MemberCategory.INVOKE_PUBLIC_METHODS);
            }
        }
    }
}

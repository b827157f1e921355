package com.authgear.headers.spring;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
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

/** Spring Security 7's FactorGrantedAuthority, by reflection: this is compiled against 6.5, which has none. */
final class FactorAuthority {
    private static final String TYPE = "org.springframework.security.core.authority.FactorGrantedAuthority";
    private static final String BUILDER = TYPE + "$Builder";
    private static final MethodType SIGNATURE =
            MethodType.methodType(GrantedAuthority.class, String.class, Instant.class);
    private static final @Nullable MethodHandle FACTOR = find(FactorAuthority.class.getClassLoader());

    private FactorAuthority() {}

    static boolean isSupported() {
        return FACTOR != null;
    }

    /**
     * A factor and when it was proved. Its builder would take the time of the request for an unknown one, so that such a
     * factor would always be recent: without a time it is a plain authority, which no duration accepts.
     */
    static GrantedAuthority of(String factor, Optional<Instant> issuedAt) {
        if (issuedAt.isEmpty()) {
            return new SimpleGrantedAuthority(factor);
        }
        return issued(Objects.requireNonNull(FACTOR, "not on Spring Security 6.5"), factor, issuedAt.get());
    }

    /** {@code (String, Instant) -> FactorGrantedAuthority}, as one call that the compiler sees through; null on 6.5. */
    private static @Nullable MethodHandle find(@Nullable ClassLoader loader) {
        if (!ClassUtils.isPresent(TYPE, loader)) {
            return null;
        }
        Class<?> builder = ClassUtils.resolveClassName(BUILDER, loader);
        Class<?> type = ClassUtils.resolveClassName(TYPE, loader);
        MethodHandle issued = MethodHandles.collectArguments(
                handle(builder, "issuedAt", Instant.class), 0, handle(type, "withAuthority", String.class));
        return MethodHandles.filterReturnValue(issued, handle(builder, "build")).asType(SIGNATURE);
    }

    private static MethodHandle handle(Class<?> type, String name, Class<?>... parameters) {
        try {
            return MethodHandles.publicLookup().unreflect(ClassUtils.getMethod(type, name, parameters));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Spring Security hides " + name, e);
        }
    }

    private static GrantedAuthority issued(MethodHandle factor, String name, Instant time) {
        try {
            return (GrantedAuthority) factor.invokeExact(name, time);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("Spring Security made no factor", e);
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

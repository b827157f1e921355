package com.authgear.headers.bootsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.authgear.headers.spring.stepup.InvalidStepUpRuleException;
import com.authgear.headers.spring.stepup.RequireRecentLogin;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aop.framework.AopConfigException;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/**
 * Random classes, in each way in which they become beans. Called from outside, no method with a rule runs after an old
 * login, and each runs after a fresh one; or the start is refused with the name of the class.
 */
final class ShapeTests {
    private static final long SEED = 20261128;
    private static final int SHAPES = 80;

    @AfterEach
    void forget() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void noMethodWithARuleRunsAfterAnOldLogin(@TempDir Path classes) throws Exception {
        List<GeneratedShape> shapes = IntStream.range(0, SHAPES)
                .mapToObj(number -> GeneratedShape.of(number, SEED))
                .toList();
        compile(shapes, classes);
        Random random = new Random(SEED);
        Map<ShapeRegistration, Integer> held = new EnumMap<>(ShapeRegistration.class);
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            for (GeneratedShape shape : shapes) {
                Class<?> type = loader.loadClass(shape.name());
                for (ShapeRegistration registration : registrations(type, random)) {
                    Trial trial = new Trial(shape, type, registration, random.nextBoolean());
                    held.merge(registration, trial.run(), Integer::sum);
                }
            }
        }
        // Fails if every trial of a registration was refused, since it would then prove nothing.
        for (ShapeRegistration registration : ShapeRegistration.values()) {
            if (registration.isEnforced()) {
                assertThat(held.getOrDefault(registration, 0))
                        .as("%s", registration)
                        .isPositive();
            }
        }
    }

    /** Two by lot, and what depends on interfaces where there are some. */
    private static Set<ShapeRegistration> registrations(Class<?> type, Random random) {
        List<ShapeRegistration> all = List.of(ShapeRegistration.values());
        Set<ShapeRegistration> chosen =
                EnumSet.of(all.get(random.nextInt(all.size())), all.get(random.nextInt(all.size())));
        if (type.getInterfaces().length > 0) {
            chosen.add(ShapeRegistration.SCOPED_BY_INTERFACES);
            chosen.add(ShapeRegistration.IN_ANOTHER_PROXY);
            chosen.add(ShapeRegistration.LAZY_IN_ANOTHER_PROXY);
        }
        return chosen;
    }

    private static void compile(List<GeneratedShape> shapes, Path classes) throws IOException {
        List<JavaFileObject> files = shapes.stream()
                .flatMap(shape -> shape.sources().entrySet().stream())
                .<JavaFileObject>map(file -> new Source(file.getKey(), file.getValue()))
                .toList();
        String path = Stream.of(Bodies.class, RequireRecentLogin.class)
                .map(type -> Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString())))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        List<String> options = List.of("-d", classes.toString(), "-classpath", path, "-proc:none");
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, options, null, files)
                .call();
        assertThat(compiled).isTrue();
    }

    /** One class, registered in one way. */
    private record Trial(GeneratedShape shape, Class<?> type, ShapeRegistration registration, boolean byClass) {
        /** How many methods with a rule ran, and did only after a fresh login. */
        int run() {
            try (AnnotationConfigApplicationContext context = registration.start(type, byClass)) {
                return callAll(registration.bean(context, type));
            } catch (RuntimeException e) {
                boolean named = reasons(e).anyMatch(reason -> reason.contains(shape.packageName() + "."));
                if (!named || (!shape.mayBeRefused() && registration.isEnforced())) {
                    throw new AssertionError(toString(), e);
                }
                return 0;
            }
        }

        private int callAll(Object bean) {
            int guarded = 0;
            Set<String> above = above(type).stream().map(Class::getName).collect(Collectors.toSet());
            for (Method method : reachable(bean)) {
                boolean isGuarded = shape.isGuarded(method.getName(), above);
                logIn(7200);
                assertThat(runs(method, bean))
                        .as("after an old login: %s of %s", method, this)
                        .isEqualTo(!isGuarded);
                logIn(5);
                assertThat(runs(method, bean))
                        .as("after a fresh login: %s of %s", method, this)
                        .isTrue();
                guarded += isGuarded ? 1 : 0;
            }
            SecurityContextHolder.clearContext();
            return guarded;
        }

        private static boolean runs(Method method, Object bean) {
            int before = Bodies.count();
            try {
                method.setAccessible(true);
                method.invoke(bean, new Object[method.getParameterCount()]);
            } catch (InvocationTargetException denied) {
                assertThat(denied.getCause()).isInstanceOf(AuthorizationDeniedException.class);
            } catch (IllegalAccessException e) {
                fail(e);
            }
            return Bodies.count() > before;
        }

        /** The methods of the generated code that a caller in the right package can call. */
        private static List<Method> reachable(Object bean) {
            return above(bean.getClass()).stream()
                    .filter(each -> each.getName().startsWith("shapes.")
                            && !each.getName().contains("$$"))
                    .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                    .filter(method -> (method.getModifiers() & (Modifier.PRIVATE | Modifier.STATIC)) == 0)
                    .toList();
        }

        private static Set<Class<?>> above(Class<?> type) {
            Set<Class<?>> found = new LinkedHashSet<>();
            List<@Nullable Class<?>> next = new ArrayList<>(List.of(type));
            while (!next.isEmpty()) {
                Class<?> each = next.remove(0);
                if (each != null && each != Proxy.class && each != Object.class && found.add(each)) {
                    next.add(each.getSuperclass());
                    next.addAll(List.of(each.getInterfaces()));
                }
            }
            return found;
        }

        private static Stream<String> reasons(Throwable refusal) {
            return Stream.iterate(refusal, each -> each != null, Throwable::getCause)
                    .limit(20)
                    .filter(each -> each instanceof InvalidStepUpRuleException || each instanceof AopConfigException)
                    .map(String::valueOf);
        }

        private static void logIn(long age) {
            SecurityContextHolder.setContext(new SecurityContextImpl(
                    new PreAuthenticatedAuthenticationToken(StepUpUsers.aged(age), "", List.of())));
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String type, String text) {
            super(URI.create("string:///" + type.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}

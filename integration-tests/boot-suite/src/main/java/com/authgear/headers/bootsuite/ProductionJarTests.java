package com.authgear.headers.bootsuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.AuthgearHeader;
import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.servlet.AuthgearHeadersFilter;
import com.authgear.headers.spring.AuthgearHeadersConfigurer;
import com.authgear.headers.test.AuthgearTestHeaders;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.userdetails.UserDetailsService;

/** The jars core, servlet and spring contain nothing that makes an identity without a request. The test kit does. */
final class ProductionJarTests {
    private static final Pattern TEST_NAME = Pattern.compile("(^|[/.])test([/.]|$)");
    private static final Pattern TEST_LIBRARY =
            Pattern.compile("org[/.]springframework[/.]([a-z]+[/.])*(test|mock)[/.]|org[/.]junit[/.]"
                    + "|\\bspring\\.(security\\.)?test\\b");
    private static final List<Class<?>> IDENTITIES = List.of(
            Authentication.class,
            AuthenticationManager.class,
            AuthenticationProvider.class,
            SecurityContext.class,
            UserDetailsService.class);

    @ParameterizedTest
    @ValueSource(classes = {AuthgearHeader.class, AuthgearHeadersFilter.class, AuthgearHeadersConfigurer.class})
    void nothingIsForTests(Class<?> inTheJar) throws Exception {
        try (JarFile jar = jarOf(inTheJar)) {
            assertThat(jar.stream().map(JarEntry::getName).filter(name -> name.endsWith(".class")))
                    .hasSizeGreaterThan(10);
            assertThat(forTests(jar)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {AuthgearHeader.class, AuthgearHeadersFilter.class, AuthgearHeadersConfigurer.class})
    void noVisibleMemberMakesAnIdentityWithoutARequest(Class<?> inTheJar) throws Exception {
        try (JarFile jar = jarOf(inTheJar)) {
            List<Class<?>> types = publicTypes(jar);
            assertThat(types).contains(inTheJar);
            assertThat(types.stream().flatMap(ProductionJarTests::makersOfIdentities))
                    .isEmpty();
        }
    }

    @Test
    void testKitIsFoundOut() throws Exception {
        try (JarFile jar = jarOf(AuthgearTestHeaders.class)) {
            assertThat(forTests(jar))
                    .contains(
                            "META-INF/spring.factories",
                            "com/authgear/headers/test/ForgeryCheck.class",
                            "com/authgear/headers/spring/test/WithAuthgearPrincipal.class",
                            "module-info.class");
        }
        assertThat(makersOfIdentities(Makers.class).map(Executable::getName))
                .containsExactlyInAnyOrder("authentication", "provider");
    }

    private static JarFile jarOf(Class<?> type) throws Exception {
        return new JarFile(
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                        .toFile());
    }

    /** Types named as tests, and types that refer to a test library. */
    private static List<String> forTests(JarFile jar) {
        return jar.stream()
                .filter(entry -> !entry.isDirectory())
                .filter(entry -> TEST_NAME.matcher(entry.getName()).find()
                        || TEST_LIBRARY.matcher(text(jar, entry)).find())
                .map(JarEntry::getName)
                .toList();
    }

    private static String text(JarFile jar, JarEntry entry) {
        try (InputStream content = jar.getInputStream(entry)) {
            return new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Class<?>> publicTypes(JarFile jar) {
        return jar.stream()
                .map(JarEntry::getName)
                .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                .<Class<?>>map(name -> type(name.replace(".class", "").replace('/', '.')))
                .filter(type -> Modifier.isPublic(type.getModifiers()))
                .toList();
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, ProductionJarTests.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<Executable> makersOfIdentities(Class<?> type) {
        return Stream.<Executable>concat(
                        Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors()))
                .filter(maker -> Modifier.isPublic(maker.getModifiers()) || Modifier.isProtected(maker.getModifiers()))
                .filter(maker -> !maker.isSynthetic())
                .filter(ProductionJarTests::makesIdentity)
                .filter(maker ->
                        Arrays.stream(maker.getParameterTypes()).noneMatch(ServletRequest.class::isAssignableFrom));
    }

    private static boolean makesIdentity(Executable maker) {
        Class<?> made = maker instanceof Method method ? method.getReturnType() : maker.getDeclaringClass();
        String named = maker instanceof Method method
                ? method.getGenericReturnType().getTypeName()
                : ((Constructor<?>) maker).getDeclaringClass().getName();
        return IDENTITIES.stream().anyMatch(type -> type.isAssignableFrom(made) || named.contains(type.getName()));
    }

    /** Methods that the check must recognise. */
    interface Makers {
        Authentication authentication(AuthgearPrincipal user);

        java.util.function.Supplier<AuthenticationProvider> provider();

        Authentication ofRequest(ServletRequest request);
    }
}

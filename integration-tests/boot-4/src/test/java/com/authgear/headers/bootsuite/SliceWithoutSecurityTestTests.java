package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.MockMvcs.assertBody;
import static com.authgear.headers.bootsuite.MockMvcs.get;
import static com.authgear.headers.spring.test.AuthgearForgeryAssertions.assertThatRefusesForgeries;
import static com.authgear.headers.spring.test.AuthgearMockMvcRequestPostProcessors.authgear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.authgear.headers.spring.test.WithAuthgearPrincipal;
import java.io.File;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.web.servlet.MockMvc;

/** A slice is protected by the headers without {@code spring-boot-security-test}, which the module has. */
final class SliceWithoutSecurityTestTests {
    private static final String LEFT_OUT = "spring-boot-security-test-";

    @Test
    void headersAreAsked() throws Exception {
        ClassLoader own = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            Callable<?> slice = (Callable<?>) loader.loadClass(Slice.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            assertThatCode(slice::call).doesNotThrowAnyException();
        } finally {
            Thread.currentThread().setContextClassLoader(own);
        }
    }

    private static URL[] classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        assertThat(path).contains(LEFT_OUT);
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(path)
                .filter(entry -> !entry.contains(LEFT_OUT))
                .map(SliceWithoutSecurityTestTests::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Not run as a test class. Public because the test has another class loader. */
    @WebMvcTest
    public static final class Slice implements Callable<Void> {
        @Autowired
        @org.jspecify.annotations.Nullable
        MockMvc mvc;

        public Slice() {}

        @Override
        public Void call() throws Exception {
            TestContextManager manager = new TestContextManager(Slice.class);
            manager.prepareTestInstance(this);
            MockMvc page = Objects.requireNonNull(mvc);
            assertBody("alice", get(page, "/me", authgear("alice")));
            assertThat(get(page, "/me").getStatus()).isEqualTo(401);
            assertThatRefusesForgeries(page, "/me");
            manager.beforeTestMethod(this, Slice.class.getDeclaredMethod("asBob"));
            assertBody("bob", get(page, "/me"));
            return null;
        }

        @WithAuthgearPrincipal("bob")
        void asBob() {}
    }
}

package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.StepUpUsers.aged;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.spring.stepup.RequireAmr;
import com.authgear.headers.spring.stepup.RequireRecentLogin;
import jakarta.annotation.PostConstruct;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.PriorityOrdered;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.WebApplicationObjectSupport;
import org.springframework.web.filter.OncePerRequestFilter;

/** An invalid or unenforceable annotation stops the start, and the message names its method. */
@ExtendWith(OutputCaptureExtension.class)
final class StepUpStartTests {
    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(BadAge.class, "BadAge.call", "a duration such as 90s, 5m"),
                Arguments.of(NoAge.class, "NoAge.call", "whole seconds, from 1s to 365d"),
                Arguments.of(UnknownMethod.class, "UnknownMethod.call", "\"mfaa\" is not in AuthenticationMethods"),
                Arguments.of(DeviceToken.class, "DeviceToken.call", "proves no factor"),
                Arguments.of(NoMethod.class, "NoMethod.call", "names no method"),
                Arguments.of(Contradiction.class, "Contradiction.call", "unique annotation"),
                Arguments.of(BadType.class, "BadType.", "a duration such as 90s, 5m"),
                Arguments.of(SecondIsBad.class, "SecondIsBad.second", "a duration such as 90s, 5m"),
                Arguments.of(LazyAndBad.class, "LazyAndBad.call", "a duration such as 90s, 5m"),
                Arguments.of(Private.class, "Private.hidden", "private, static or final"),
                Arguments.of(Final.class, "Final.call", "private, static or final"),
                Arguments.of(FinalBelowType.class, "FinalBelowType.call", "private, static or final"),
                Arguments.of(PrivateHandlerBelowType.class, "PrivateHandlerBelowType.call", "private, static or final"),
                Arguments.of(StaticHandlerBelowType.class, "StaticHandlerBelowType.call", "private, static or final"),
                Arguments.of(FinalAboveType.class, "FinalBase.call", "FinalAboveType"),
                Arguments.of(FinalHandlerOfSpring.class, "FinalHandlerOfSpring", "private, static or final"),
                Arguments.of(FinalAndLazy.class, "FinalAndLazy", "its class is final"),
                Arguments.of(TooEarly.class, "TooEarly", "has no proxy"),
                Arguments.of(ByHand.class, "StepUpStartTests$Account", "has no proxy"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void annotationThatCannotBeMeantIsNamed(Class<?> bean, String name, String problem, CapturedOutput output) {
        StartFailure.of(Setup.secret().with(bean), Container.TOMCAT, output).contains(name, problem);
    }

    @Test
    void badAnnotationOfALazyApplicationStopsItToo(CapturedOutput output) {
        Setup lazy = Setup.secret().with("spring.main.lazy-initialization=true").with(BadAge.class);
        StartFailure.of(lazy, Container.TOMCAT, output).contains("BadAge.call");
    }

    @Test
    void goodOnesStartLazyOrNot() throws IOException {
        for (boolean lazy : new boolean[] {false, true}) {
            Setup setup = Setup.secret()
                    .with("spring.main.lazy-initialization=" + lazy)
                    .with(LazyAndGood.class);
            try (Application application = setup.start(Container.TOMCAT)) {
                assertThat(application.body(Requests.as(aged(5), "/lazy"))).isEqualTo("done");
                assertThat(application.status(Requests.as(aged(310), "/lazy"))).isEqualTo(401);
            }
        }
    }

    /** Methods that only the container or the object itself calls need no proxy. */
    @Test
    void typeWithFinalMethodsOfSpringAndPrivateOnesStarts() throws IOException {
        try (Application application = Setup.secret().with(OfSpring.class).start(Container.TOMCAT)) {
            assertThat(application.body(Requests.as(aged(5), "/of-spring"))).isEqualTo("done");
            assertThat(application.status(Requests.as(aged(310), "/of-spring"))).isEqualTo(401);
        }
    }

    @RestController
    @RequireRecentLogin(maxAge = "5m")
    static class OfSpring extends WebApplicationObjectSupport {
        private String answer = "";

        @PostConstruct
        private void prepare() {
            answer = answer();
        }

        @GetMapping("/of-spring")
        String call() {
            return answer;
        }

        private static String answer() {
            return "done";
        }
    }

    @Lazy
    @RestController
    static class LazyAndGood {
        @GetMapping("/lazy")
        @RequireRecentLogin(maxAge = "5m")
        String call() {
            return helper();
        }

        private String helper() {
            return "done";
        }
    }

    static class BadAge {
        @RequireRecentLogin(maxAge = "5")
        void call() {}
    }

    static class NoAge {
        @RequireRecentLogin(maxAge = "0s")
        void call() {}
    }

    static class UnknownMethod {
        @RequireAmr({"pwd", "mfaa"})
        void call() {}
    }

    static class DeviceToken {
        @RequireAmr("x_device_token")
        void call() {}
    }

    static class NoMethod {
        @RequireAmr({})
        void call() {}
    }

    @Retention(RetentionPolicy.RUNTIME)
    @RequireRecentLogin(maxAge = "1m")
    @interface Quickly {}

    @Retention(RetentionPolicy.RUNTIME)
    @RequireRecentLogin(maxAge = "1h")
    @interface Slowly {}

    static class Contradiction {
        @Quickly
        @Slowly
        void call() {}
    }

    @RequireRecentLogin(maxAge = "soon")
    static class BadType {
        void call() {}
    }

    static class SecondIsBad {
        @RequireRecentLogin(maxAge = "5m")
        void first() {}

        @RequireRecentLogin(maxAge = "5x")
        void second() {}
    }

    @Lazy
    static class LazyAndBad {
        @RequireRecentLogin(maxAge = "5x")
        void call() {}
    }

    static class Private {
        @RequireRecentLogin(maxAge = "5m")
        @SuppressWarnings("unused")
        private void hidden() {}
    }

    static class Final {
        @RequireRecentLogin(maxAge = "5m")
        final void call() {}
    }

    @RequireRecentLogin(maxAge = "5m")
    static class FinalBelowType {
        public final void call() {}
    }

    @RestController
    @RequireRecentLogin(maxAge = "5m")
    static class PrivateHandlerBelowType {
        @GetMapping("/call")
        @SuppressWarnings("unused")
        private String call() {
            return "done";
        }
    }

    @RestController
    @RequireRecentLogin(maxAge = "5m")
    static class StaticHandlerBelowType {
        @GetMapping("/call")
        static String call() {
            return "done";
        }
    }

    @RequireRecentLogin(maxAge = "5m")
    static class FinalAboveType extends FinalBase {}

    static class FinalBase {
        public final void call() {}
    }

    @RequireRecentLogin(maxAge = "5m")
    static class FinalHandlerOfSpring extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {}
    }

    @Lazy
    @RequireRecentLogin(maxAge = "5m")
    static final class FinalAndLazy implements Runnable {
        @Override
        public void run() {}
    }

    @RequireRecentLogin(maxAge = "5m")
    static class Account {
        void close() {}
    }

    @Configuration(proxyBeanMethods = false)
    static class ByHand {
        @Bean
        static BeanFactoryPostProcessor registrar() {
            return beans -> beans.registerSingleton("account", new Account());
        }
    }

    /** Beans that are needed to create the proxies have no proxy themselves. */
    static class TooEarly implements BeanPostProcessor, PriorityOrdered {
        @Override
        public int getOrder() {
            return 0;
        }

        @RequireRecentLogin(maxAge = "5m")
        void call() {}
    }
}

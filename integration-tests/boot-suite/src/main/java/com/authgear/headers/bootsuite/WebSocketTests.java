package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.attacksuite.SocketGreeting;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import com.authgear.headers.harness.WebSocketHandshake;
import com.authgear.headers.servlet.AuthgearHeadersFilter;
import jakarta.servlet.ServletContext;
import jakarta.websocket.server.ServerContainer;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.tomcat.websocket.server.WsSci;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.jetty.JettyRequestUpgradeStrategy;
import org.springframework.web.socket.server.standard.ServerEndpointExporter;
import org.springframework.web.socket.server.standard.StandardWebSocketUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/** Endpoints of WebSocket, the container's and Spring's own, answer behind Spring Security, whenever they are added. */
@ExtendWith(OutputCaptureExtension.class)
final class WebSocketTests {
    private static final String SPRINGS = "/ws/spring";
    private static final String PUBLIC = "/open/ws";
    private static final List<String> PATHS = List.of(SPRINGS, SocketGreeting.Annotated.PATH);
    private static final RawRequest HONEST =
            Requests.as(ALICE, "").with("x-authgear-tomorrow: unheard-of", "x-other: kept");

    /** None of them answers; Servlet authentication would, and no application here uses it. */
    private static final Set<String> HARMLESS = Set.of(
            "characterEncodingFilter",
            "webMvcObservationFilter",
            "authgearHeadersFilter",
            "formContentFilter",
            "requestContextFilter",
            "org.apache.catalina.authenticator.NonLoginAuthenticator",
            "org.eclipse.jetty.ee10.servlet.SessionHandler",
            "org.eclipse.jetty.ee10.servlet.security.ConstraintSecurityHandler",
            "org.eclipse.jetty.ee11.servlet.SessionHandler",
            "org.eclipse.jetty.ee11.servlet.security.ConstraintSecurityHandler");

    private static final Setup SETUP =
            Setup.secret().with("authgear.headers.public-paths=/open/**").with(Endpoints.class);

    @ParameterizedTest
    @EnumSource
    void onlyWhatIsKnownSeesARequestBeforeSpringSecurity(Container container) {
        assertThat(FiltersAhead.of(context(SETUP.on(container)))).isSubsetOf(HARMLESS);
    }

    @ParameterizedTest
    @EnumSource
    void endpointsAnswerTheUserAndNobodyElse(Container container) throws Exception {
        try (Application application = SETUP.start(container)) {
            assertProtected(application, PATHS);
            assertThat(send(application, Requests.nobody(PUBLIC)))
                    .returns(101, RawResponse::status)
                    .returns("nobody", WebSocketTests::user);
            addLate(application);
            assertProtected(application, List.of("/ws/late"));
        }
    }

    /** The servlet filter, mapped by Spring Boot, in front of a chain that lets everything through. */
    @ParameterizedTest
    @EnumSource
    void endpointsAnswerBehindTheServletFilterOfABean(Container container) throws Exception {
        Setup setup = Setup.bare()
                .with("authgear.headers.enabled=false")
                .with(Endpoints.class)
                .with(ServletFilter.class);
        try (Application application = setup.start(container)) {
            assertProtected(application, PATHS);
            addLate(application);
            assertProtected(application, List.of("/ws/late"));
        }
    }

    /** Where the container reveals the headers, the log of the start warns. */
    @ParameterizedTest
    @EnumSource
    void handshakeShowsNoIdentityHeaderAndNoSecret(Container container, CapturedOutput output) throws Exception {
        try (Application application = SETUP.start(container)) {
            boolean told = output.getAll().contains("Jetty 12.0 shows WebSocket endpoints");
            for (String path : PATHS) {
                String greeting = send(application, HONEST.to(path)).body();
                assertThat(greeting).as(path).contains("kept");
                boolean shown =
                        Stream.of(Requests.SECRET, "unheard-of", "otp pwd").anyMatch(greeting::contains);
                assertThat(shown).as("%s: %s", path, greeting).isEqualTo(told);
            }
        }
    }

    private static void assertProtected(Application application, List<String> paths) throws IOException {
        for (String path : paths) {
            String plain = send(application, RawRequest.get(path)).comparable();
            assertThat(plain).as(path).startsWith("401");
            assertThat(send(application, Requests.nobody(path)).comparable()).isEqualTo(plain);
            assertThat(send(application, Requests.forged(ALICE, path)).comparable())
                    .as("forged, %s", path)
                    .isEqualTo(plain);
            RawResponse greeting = send(application, Requests.as(ALICE, path));
            assertThat(greeting.status()).as(path).isEqualTo(101);
            assertThat(user(greeting))
                    .contains("AuthgearPrincipal[userId=alice")
                    .doesNotContain("DISAGREES");
        }
    }

    private static void addLate(Application application) throws Exception {
        ServerContainer container =
                (ServerContainer) context(application).getAttribute(ServerContainer.class.getName());
        container.addEndpoint(SocketGreeting.Programmatic.at("/ws/late"));
    }

    private static ServletContext context(Application application) {
        return Objects.requireNonNull(((WebApplicationContext) application.context()).getServletContext());
    }

    private static RawResponse send(Application application, RawRequest request) throws IOException {
        return WebSocketHandshake.send(application.client(), request);
    }

    private static String user(RawResponse greeting) {
        return greeting.body().lines().findFirst().orElse("");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebSocket
    static class Endpoints implements WebSocketConfigurer {
        private final boolean jetty;

        Endpoints(Environment environment) {
            jetty = environment.getRequiredProperty(ContainerChoice.PROPERTY, Container.class) == Container.JETTY;
        }

        /** Spring derives the container from the class path, which has both. */
        @Override
        public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
            registry.addHandler(new Greeting(), SPRINGS, PUBLIC)
                    .setHandshakeHandler(new DefaultHandshakeHandler(
                            jetty ? new JettyRequestUpgradeStrategy() : new StandardWebSocketUpgradeStrategy()));
        }

        /** Spring Boot also derives it from the class path. */
        @Bean
        ServletContextInitializer tomcat() {
            return context -> {
                if (!jetty && context.getAttribute(ServerContainer.class.getName()) == null) {
                    new WsSci().onStartup(Set.of(), context);
                }
            };
        }

        @Bean
        ServerEndpointExporter exporter() {
            ServerEndpointExporter exporter = new ServerEndpointExporter();
            exporter.setAnnotatedEndpointClasses(SocketGreeting.Annotated.class);
            return exporter;
        }
    }

    private static final class Greeting extends TextWebSocketHandler {
        @Override
        public void afterConnectionEstablished(WebSocketSession session) throws IOException {
            session.sendMessage(
                    new TextMessage(SocketGreeting.text(session.getPrincipal(), WebSocketSession.class, session)));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class ServletFilter {
        @Bean
        FilterRegistrationBean<AuthgearHeadersFilter> authgear() {
            return new FilterRegistrationBean<>(AuthgearHeadersFilter.builder(ProxyTrust.sharedSecret(Requests.SECRET))
                    .build());
        }

        @Bean
        SecurityFilterChain open(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }
    }
}

package com.authgear.headers.servlet;

import static com.authgear.headers.servlet.StepUpServer.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.authgear.headers.StepUpRule;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An invalid rule stops the start, and the message names it. */
final class StepUpConfigurationTests {
    private final StepUpFilter.Builder builder = StepUpFilter.builder();

    @Test
    void badAgeIsNamedByItsPattern() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.requireRecent(Duration.ZERO, "/account/*"))
                .withMessageContainingAll("\"/account/*\"", "PT0S", "whole seconds, from 1s to 365d");
    }

    @Test
    void unknownMethodIsNamedByItsPattern() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.requireAmr("mfaa", "/admin/*"))
                .withMessageContainingAll("\"/admin/*\"", "\"mfaa\"", "AuthenticationMethods");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.requireAmr("x_device_token", "/admin/*"))
                .withMessageContainingAll("\"/admin/*\"", "proves no factor");
    }

    @Test
    void malformedPatternIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.requireAmr("mfa", "otp"))
                .withMessageContainingAll("requireAmr mfa", "\"otp\"", "/prefix/*");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.requireRecent(Duration.ofMinutes(5)))
                .withMessageContainingAll("requireRecent PT5M", "names no url-pattern");
    }

    @Test
    void contradictionIsNamedByItsPattern() {
        builder.requireRecent(Duration.ofMinutes(5), "/a/*", "/b/*").requireAmr("mfa", "/a/*");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.requireRecent(Duration.ofMinutes(10), "/b/*"))
                .withMessageContainingAll("requireRecent PT10M", "\"/b/*\"", "contradicts", "maxAge=300s");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.requireAmr("otp", "/a/*"))
                .withMessageContainingAll("requireAmr otp", "\"/a/*\"", "contradicts", "amr=mfa");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.require(StepUpRule.recentLogin("1h"), "/a/*"))
                .withMessageContainingAll("\"/a/*\"", "contradicts");
    }

    @Test
    void sameThingTwiceIsNoContradiction() {
        builder.requireRecent(Duration.ofMinutes(5), "/a/*")
                .requireAmr("mfa", "/a/*")
                .requireAmr("mfa", "/a/*")
                .requireRecent(Duration.ofMinutes(5), "/a/*")
                .requireRecent(Duration.ofMinutes(1), "/a/b/*")
                .requireAmr("mfa", "")
                .requireRecent(Duration.ofMinutes(1), "");
        assertThat(builder.paths())
                .hasToString("/a/* StepUpRule[maxAge=300s, amr=mfa], /a/b/* StepUpRule[maxAge=60s],"
                        + " \"\" StepUpRule[maxAge=60s, amr=mfa]");
    }

    @Test
    void filterWithoutRulesIsNoFilter() {
        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessageContaining("there is no step-up rule");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "requireRecent | 5 /account/* | a duration such as",
                "requireRecent | 0s /account/* | whole seconds",
                "requireRecent | 5m | names no url-pattern",
                "requireRecent | 5m account | /prefix/*",
                "requireAmr | mfaa /admin/* | is not in AuthenticationMethods",
                "requireAmr | mfa+ /admin/* | AuthenticationMethods",
                "requireRecently | 5m /account/* | no init-param requireRecently",
                "requireRecent | '' | no step-up rule",
                "justNow | 2m | no effect without requireAmr",
            })
    void badParameterStopsTheStart(String name, String value, String message) {
        assertRefused(Map.of(name, value), "StepUpFilter \"step-up\"", message);
    }

    @Test
    void noParameterStopsTheStart() {
        assertRefused(Map.of(), "there is no step-up rule");
    }

    @Test
    void contradictionInParametersStopsTheStart() {
        assertRefused(Map.of("requireRecent", "5m /a, /b\n10m /b"), "requireRecent 10m /b", "\"/b\"", "contradicts");
    }

    @Test
    void parametersMeanWhatTheBuilderDoes() throws Exception {
        FilterHolder holder = new FilterHolder(StepUpFilter.class);
        holder.setInitParameters(Map.of(
                "requireRecent", "\n  5m /account/*, \"\"\n  PT1M /strict\n",
                "requireAmr", "mfa+otp /admin/*",
                "justNow", "2m"));
        try (JettyServer server = JettyServer.with(AuthgearHeadersFilter.builder(Requests.secret())
                        .clock(StepUpServer.CLOCK)
                        .build())
                .context(context -> context.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST)))
                .servlet("/*", new StepUpServer.Counter())
                .start()) {
            assertThat(status(server, 301, "/account/x")).isEqualTo(401);
            assertThat(status(server, 300, "/account/x")).isEqualTo(200);
            assertThat(status(server, 301, "/")).isEqualTo(401);
            assertThat(status(server, 61, "/strict")).isEqualTo(401);
            assertThat(status(server, 60, "/strict")).isEqualTo(200);
            assertThat(status(server, 121, "/admin/x", "mfa")).isEqualTo(401);
            assertThat(status(server, 120, "/admin/x", "mfa")).isEqualTo(403);
            assertThat(status(server, 61, "/admin/x", "mfa", "otp")).isEqualTo(200);
            assertThat(status(server, 999_999, "/other")).isEqualTo(200);
        }
    }

    @Test
    void badWindowStopsTheStart() {
        assertRefused(
                Map.of("requireAmr", "mfa /admin/*", "justNow", "2"),
                "\"/admin/*\"",
                "justNow must be a duration such as");
    }

    @Test
    void ruleAboutMethodsWarnsAtStartThatNoServerSendsThem() throws Exception {
        assertThat(warns(() -> start(Map.of("requireRecent", "5m /account/*")))).isFalse();
        assertThat(warns(() -> start(Map.of("requireAmr", "mfa /admin/*")))).isTrue();
        assertThat(warns(() -> builder.requireRecent(Duration.ofMinutes(5), "/*")))
                .isFalse();
        assertThat(warns(() -> builder.requireAmr("mfa", "/*"))).isTrue();
    }

    @Test
    void filterWithoutInitLetsNothingThrough() {
        assertThatThrownBy(() -> new StepUpFilter().doFilter(request(), mock(HttpServletResponse.class), (a, b) -> {}))
                .isInstanceOf(ServletException.class)
                .hasMessageContaining("not initialised");
    }

    @Test
    void registrationIsForRequestsAndAsync() {
        StepUpFilter filter = builder.requireAmr("mfa", "/*").build();
        FilterRegistration.Dynamic registration = mock(FilterRegistration.Dynamic.class);
        ServletContext context = mock(ServletContext.class);
        when(context.addFilter(StepUpFilter.class.getName(), filter)).thenReturn(registration);
        assertThat(filter.register(context)).isSameAs(registration);
        verify(registration).setAsyncSupported(true);
        verify(registration).addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    }

    @Test
    void requestThatIsNotHttpIsRefused() {
        StepUpFilter filter = builder.requireAmr("mfa", "/*").build();
        ServletRequest request = mock(ServletRequest.class);
        ServletResponse response = mock(ServletResponse.class);
        assertThatThrownBy(() -> filter.doFilter(request, mock(HttpServletResponse.class), (a, b) -> {}))
                .isInstanceOf(ServletException.class)
                .hasMessageContaining("HTTP");
        assertThatThrownBy(() -> filter.doFilter(request(), response, (a, b) -> {}))
                .isInstanceOf(ServletException.class)
                .hasMessageContaining("HTTP");
    }

    @Test
    void startSaysWhichPathsAskForWhat() throws Exception {
        RecordingLogger logger = new RecordingLogger();
        builder.logger = logger;
        StepUpServer.with(options -> {}, builder.requireAmr("mfa", "/admin/*"))
                .start()
                .close();
        assertThat(logger.lines()).containsExactly("INFO Authgear step-up: /: /admin/* StepUpRule[amr=mfa]");
    }

    @Test
    void filterTwiceInOneApplicationIsRefused() throws Exception {
        StepUpFilter filter = builder.requireAmr("mfa", "/*").build();
        try (JettyServer server = StepUpServer.with(options -> {}, builder)
                .context(context -> context.addServletContainerInitializer(
                        (classes, app) -> assertThatThrownBy(() -> filter.register(app))
                                .isInstanceOf(IllegalStateException.class)
                                .hasMessageContaining("already")))
                .start()) {
            assertThat(status(server, 0, "/x")).isEqualTo(403);
        }
    }

    /** In the wrong order the user is unknown: the request fails, and the log says why. */
    @Test
    void filterBeforeTheOneThatKnowsTheUserLetsNothingThrough() throws Exception {
        StepUpServer.Counter application = new StepUpServer.Counter();
        try (JettyServer server = JettyServer.withoutFilter()
                .filter(
                        builder.requireRecent(Duration.ofMinutes(5), "/account/*")
                                .build(),
                        "/*")
                .filter(AuthgearHeadersFilter.builder(Requests.secret()).build(), "/*")
                .servlet("/*", application)
                .start()) {
            assertThat(status(server, 0, "/account/x")).isEqualTo(500);
            assertThat(application.reached).hasValue(0);
            assertThat(status(server, 0, "/other")).isEqualTo(200);
        }
    }

    /** Whether the warning of this process, of which the tests of the core know the text, is logged by that. */
    private static boolean warns(Step start) throws Exception {
        Class<?> type = Class.forName("com.authgear.headers.OneTimeWarnings");
        Field warnings = type.getDeclaredField("OF_THIS_PROCESS");
        Field done = type.getDeclaredField("amrNotSent");
        warnings.setAccessible(true);
        done.setAccessible(true);
        AtomicBoolean logged = (AtomicBoolean) done.get(warnings.get(null));
        // Other tests of this process have caused it.
        logged.set(false);
        start.run();
        return logged.get();
    }

    private static void start(Map<String, String> parameters) throws ServletException {
        FilterConfig config = config(parameters);
        ServletContext context = mock(ServletContext.class);
        when(config.getServletContext()).thenReturn(context);
        new StepUpFilter().init(config);
    }

    private static HttpServletRequest request() {
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getDispatcherType()).thenReturn(DispatcherType.REQUEST);
        return request;
    }

    private static int status(JettyServer server, long age, String path, String... amr) throws Exception {
        return server.client().send(Requests.as(user(age, amr), path)).status();
    }

    private static void assertRefused(Map<String, String> parameters, String... messages) {
        FilterConfig config = config(parameters);
        assertThatThrownBy(() -> new StepUpFilter().init(config))
                .isInstanceOf(ServletException.class)
                .hasMessageContainingAll(messages);
    }

    private static FilterConfig config(Map<String, String> parameters) {
        FilterConfig config = mock(FilterConfig.class);
        when(config.getFilterName()).thenReturn("step-up");
        when(config.getInitParameterNames()).thenReturn(Collections.enumeration(parameters.keySet()));
        when(config.getInitParameter(anyString()))
                .thenAnswer(call -> parameters.get(call.getArgument(0, String.class)));
        return config;
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }
}

package com.authgear.headers.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.undertow.servlet.api.Deployment;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.spec.ServletContextImpl;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.time.Duration;
import java.util.Arrays;
import org.apache.catalina.Context;
import org.apache.catalina.WebResourceRoot;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.eclipse.jetty.ee10.websocket.servlet.WebSocketUpgradeFilter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The order by mocks of Tomcat and Undertow. The attack suite tests the real containers. */
final class UpgradeOrderTests {
    private static final String TOMCATS = "org.apache.tomcat.websocket.server.WsFilter";
    private static final String UNDERTOWS = "io.undertow.websockets.jsr.JsrWebSocketFilter";

    @Test
    void filterBehindTomcatsIsRefusedWithTheRemedy() {
        ServletContext context = tomcat("cors", "ws", "authgear", "more");
        name(context, "ws", TOMCATS);
        assertRefused(context);
    }

    @Test
    void filterAheadOfTomcatsIsNot() {
        ServletContext context = tomcat("cors", "authgear", "ws");
        name(context, "ws", TOMCATS);
        assertAccepted(context);
    }

    /** One of its mappings is behind. */
    @Test
    void lastMappingCounts() {
        ServletContext context = tomcat("authgear", "ws", "authgear");
        name(context, "ws", TOMCATS);
        assertRefused(context);
    }

    @Test
    void filterThatExtendsTheContainersCountsAsIt() {
        ServletContext context = tomcat("own", "authgear");
        when(context.getClassLoader()).thenReturn(getClass().getClassLoader());
        name(context, "own", StepUpFilter.class.getName());
        assertAccepted(context);
        name(context, "own", Own.class.getName());
        assertRefused(context);
    }

    @Test
    void filterBehindUndertowsIsRefusedWithTheRemedy() {
        ServletContext context = undertow("jsr", "authgear");
        name(context, "jsr", UNDERTOWS);
        assertRefused(context);
    }

    @Test
    void filterAheadOfUndertowsIsNot() {
        ServletContext context = undertow("authgear", "jsr");
        name(context, "jsr", UNDERTOWS);
        assertAccepted(context);
    }

    @Test
    void filterThatHasNoMappingHasNoneBehind() {
        ServletContext context = tomcat("ws");
        name(context, "ws", TOMCATS);
        assertAccepted(context);
    }

    @Test
    void filterOfUnknownClassIsNoUpgrade() {
        ServletContext context = mock(ServletContext.class);
        assertThat(UpgradeOrder.upgrades(context, "unknown")).isFalse();
        name(context, "unnamed", null);
        assertThat(UpgradeOrder.upgrades(context, "unnamed")).isFalse();
        name(context, "hidden", "com.example.HiddenByTheClassLoader");
        assertThat(UpgradeOrder.upgrades(context, "hidden")).isFalse();
    }

    private static final class Own extends WebSocketUpgradeFilter {}

    private static void assertRefused(ServletContext context) {
        assertThatThrownBy(() -> UpgradeOrder.check(config(context)))
                .isInstanceOf(ServletException.class)
                .hasMessageContainingAll("the filter authgear", "is mapped ahead of it", "isMatchAfter false");
        assertThatThrownBy(() -> StepUpFilter.builder()
                        .requireRecent(Duration.ofMinutes(5), "/*")
                        .build()
                        .init(config(context)))
                .isInstanceOf(ServletException.class);
        assertThatThrownBy(() ->
                        AuthgearHeadersFilter.builder(Requests.secret()).build().init(config(context)))
                .isInstanceOf(ServletException.class);
    }

    private static void assertAccepted(ServletContext context) {
        assertThatCode(() -> UpgradeOrder.check(config(context))).doesNotThrowAnyException();
    }

    private static FilterConfig config(ServletContext context) {
        FilterConfig config = mock(FilterConfig.class);
        when(config.getServletContext()).thenReturn(context);
        when(config.getFilterName()).thenReturn("authgear");
        return config;
    }

    private static ServletContext tomcat(String... names) {
        Context tomcat = mock(Context.class);
        when(tomcat.findFilterMaps())
                .thenReturn(Arrays.stream(names).map(UpgradeOrderTests::mapping).toArray(FilterMap[]::new));
        WebResourceRoot resources = mock(WebResourceRoot.class);
        when(resources.getContext()).thenReturn(tomcat);
        ServletContext context = mock(ServletContext.class);
        when(context.getAttribute("org.apache.catalina.resources")).thenReturn(resources);
        return context;
    }

    private static FilterMap mapping(String name) {
        FilterMap mapping = new FilterMap();
        mapping.setFilterName(name);
        return mapping;
    }

    private static ServletContext undertow(String... names) {
        DeploymentInfo info = new DeploymentInfo();
        for (String name : names) {
            info.addFilterUrlMapping(name, "/*", DispatcherType.REQUEST);
        }
        Deployment deployment = mock(Deployment.class);
        when(deployment.getDeploymentInfo()).thenReturn(info);
        ServletContextImpl context = mock(ServletContextImpl.class);
        when(context.getDeployment()).thenReturn(deployment);
        return context;
    }

    private static void name(ServletContext context, String filterName, @Nullable String className) {
        FilterRegistration registration = mock(FilterRegistration.class);
        when(registration.getClassName()).thenReturn(className);
        doReturn(registration).when(context).getFilterRegistration(filterName);
    }
}

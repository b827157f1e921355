package com.authgear.headers.attacksuite;

import jakarta.servlet.http.HttpServlet;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.servlet.ServletContainer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Routers of real frameworks: Jersey, and Spring MVC, without Spring Security, with each of its path matchers. */
final class FrameworkRouters {
    private static final String[] PREFIXES = {"", RouterServlet.AGAIN};
    private static final List<String> SUBTREES = List.of("open", "pay", "admin", "home");
    private static final List<String> PAGES = List.of("health", "wire", "");

    private FrameworkRouters() {}

    static List<HttpServlet> all() {
        List<HttpServlet> all = new ArrayList<>(mvc());
        all.add(jersey());
        return all;
    }

    /** Without Jersey, which requires a prefix mapping. */
    static List<HttpServlet> mvc() {
        return List.of(mvc(new PathPatternParser()), mvc(caseInsensitive()), mvc(null));
    }

    private static HttpServlet jersey() {
        ResourceConfig application = new ResourceConfig();
        for (String prefix : PREFIXES) {
            SUBTREES.forEach(name -> register(application, prefix + "/" + name + "{rest:(/.*)?}", "/" + name));
            PAGES.forEach(name -> register(application, prefix + "/" + name, "/" + name));
            register(application, prefix + "/z/{name}.cash", "/z/x.cash");
        }
        return new ServletContainer(application);
    }

    private static void register(ResourceConfig application, String template, String path) {
        Resource.Builder resource = Resource.builder(template);
        resource.addMethod("GET").handledBy((ContainerRequestContext request) -> {
            Area.of(path).addTo(request.getProperty(Area.ATTRIBUTE));
            return Response.noContent().build();
        });
        application.registerResources(resource.build());
    }

    private static PathPatternParser caseInsensitive() {
        PathPatternParser parser = new PathPatternParser();
        parser.setCaseSensitive(false);
        return parser;
    }

    /** Without a parser: by {@code AntPathMatcher} and the decoded path. */
    private static HttpServlet mvc(@Nullable PathPatternParser parser) {
        SimpleUrlHandlerMapping mapping = new SimpleUrlHandlerMapping();
        mapping.setPatternParser(parser);
        mapping.setUrlMap(handlers());
        GenericWebApplicationContext context = new GenericWebApplicationContext();
        context.registerBean("mapping", SimpleUrlHandlerMapping.class, () -> mapping);
        DispatcherServlet servlet = new DispatcherServlet(context);
        servlet.setPublishContext(false);
        return servlet;
    }

    private static Map<String, HttpRequestHandler> handlers() {
        Map<String, HttpRequestHandler> handlers = new TreeMap<>();
        for (String prefix : PREFIXES) {
            SUBTREES.forEach(name -> handlers.put(prefix + "/" + name + "/**", marking("/" + name)));
            PAGES.forEach(name -> handlers.put(prefix + "/" + name, marking("/" + name)));
            handlers.put(prefix + "/z/{name}.cash", marking("/z/x.cash"));
        }
        return handlers;
    }

    private static HttpRequestHandler marking(String path) {
        return (request, response) -> Area.of(path).mark(request, "a handler");
    }
}

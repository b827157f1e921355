package com.authgear.headers.bootsuite;

import org.springframework.util.ClassUtils;

/** The servlet containers that Spring Boot embeds; Boot 4 moved their factories. */
enum Container {
    TOMCAT(
            "org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory",
            "org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory"),
    JETTY(
            "org.springframework.boot.web.embedded.jetty.JettyServletWebServerFactory",
            "org.springframework.boot.jetty.servlet.JettyServletWebServerFactory");

    private final String boot3;
    private final String boot4;

    Container(String boot3, String boot4) {
        this.boot3 = boot3;
        this.boot4 = boot4;
    }

    Class<?> factory() {
        ClassLoader loader = Container.class.getClassLoader();
        return ClassUtils.resolveClassName(ClassUtils.isPresent(boot4, loader) ? boot4 : boot3, loader);
    }
}

package com.authgear.headers.spring.boot;

/**
 * Auto-configurations that must come after or before ours, and Tomcat's factory, by name: Boot 4 moved them. A name that a line does not have is ignored
 * there, so tests on each line see to it that its own resolve.
 */
final class AutoConfigurationNames {
    static final String SECURITY_3 =
            "org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration";
    static final String USERS_3 =
            "org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration";
    static final String MANAGEMENT_3 =
            "org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration";
    static final String SECURITY_4 =
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration";
    static final String USERS_4 = "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration";
    static final String MANAGEMENT_4 = "org.springframework.boot.security.autoconfigure.actuate.web.servlet"
            + ".ManagementWebSecurityAutoConfiguration";
    static final String METRICS_3 =
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration";
    static final String METRICS_4 =
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration";
    static final String TOMCAT_3 = "org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory";
    static final String TOMCAT_4 = "org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory";

    private AutoConfigurationNames() {}
}

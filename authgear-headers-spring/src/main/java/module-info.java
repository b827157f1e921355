/**
 * Spring Security adapter and Spring Boot auto-configuration of the Authgear headers.
 *
 * <p>Start at {@link com.authgear.headers.spring.AuthgearHeadersConfigurer}, or, with Spring Boot, at one property:
 * {@code authgear.headers.shared-secret}.
 */
@org.jspecify.annotations.NullMarked
module com.authgear.headers.spring {
    requires transitive com.authgear.headers.servlet;
    requires static transitive jakarta.servlet;
    requires static micrometer.core;
    requires static transitive org.jspecify;
    requires static org.slf4j;
    requires static transitive spring.aop;
    requires static transitive spring.beans;
    requires static transitive spring.boot;
    requires static spring.boot.actuator;
    requires static spring.boot.actuator.autoconfigure;
    requires static transitive spring.boot.autoconfigure;
    requires static transitive spring.context;
    requires static transitive spring.core;
    requires static transitive spring.security.config;
    requires static transitive spring.security.core;
    requires static transitive spring.security.web;
    requires static transitive spring.web;
    requires static transitive spring.webmvc;

    exports com.authgear.headers.spring;
    exports com.authgear.headers.spring.boot;
    exports com.authgear.headers.spring.stepup;

    // Annotations are read and beans are made by reflection.
    opens com.authgear.headers.spring to
            spring.beans,
            spring.context,
            spring.core;
    opens com.authgear.headers.spring.boot to
            spring.beans,
            spring.boot,
            spring.context,
            spring.core;
    opens com.authgear.headers.spring.stepup to
            spring.beans,
            spring.context,
            spring.core;
}

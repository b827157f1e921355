/**
 * Spring Security adapter and Spring Boot auto-configuration of the Authgear headers.
 *
 * <p>Start at {@link com.authgear.headers.spring.AuthgearHeadersConfigurer}, or, with Spring Boot, at one property:
 * {@code authgear.headers.shared-secret}.
 */
@org.jspecify.annotations.NullMarked
module com.authgear.headers.spring {
    requires transitive com.authgear.headers.servlet;
    // Static: each is optional, or an automatic module. A modular application requires those that it uses.
    requires static transitive jakarta.servlet;
    requires static micrometer.core;
    requires static transitive org.jspecify;
    requires static org.slf4j;
    requires static spring.aop;
    requires static spring.beans;
    requires static spring.boot;
    requires static spring.boot.actuator;
    requires static spring.boot.actuator.autoconfigure;
    requires static spring.boot.autoconfigure;
    requires static spring.context;
    requires static spring.core;
    requires static transitive spring.security.config;
    requires static transitive spring.security.core;
    requires static transitive spring.security.web;
    requires static spring.web;
    requires static spring.webmvc;

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

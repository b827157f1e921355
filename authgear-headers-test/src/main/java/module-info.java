/**
 * For tests alone: requests as an honest proxy and as an attacker send them, for any HTTP client and for Spring's
 * MockMvc.
 *
 * <p>Start at {@link com.authgear.headers.test.AuthgearTestHeaders}, or, with Spring, at
 * {@link com.authgear.headers.spring.test.WithAuthgearPrincipal}.
 */
@org.jspecify.annotations.NullMarked
module com.authgear.headers.test {
    requires transitive com.authgear.headers;
    requires static com.authgear.headers.spring;
    requires static transitive jakarta.servlet;
    requires static transitive org.jspecify;
    requires static transitive spring.beans;
    requires static spring.boot;
    requires static transitive spring.context;
    requires static transitive spring.core;
    requires static transitive spring.security.core;
    requires static transitive spring.security.test;
    requires static transitive spring.test;
    requires static transitive spring.web;

    exports com.authgear.headers.spring.test;
    exports com.authgear.headers.test;

    // Annotations are read and beans are made by reflection.
    opens com.authgear.headers.spring.test to
            spring.beans,
            spring.core,
            spring.test;
}

/** An application that uses the libraries as modules. */
@org.jspecify.annotations.NullMarked
module com.authgear.headers.consumer {
    requires com.authgear.headers.spring;
    requires jakarta.servlet;
    requires org.eclipse.jetty.ee10.servlet;
    requires org.eclipse.jetty.server;
    requires static org.jspecify;
    requires spring.security.config;
    requires spring.security.web;
}

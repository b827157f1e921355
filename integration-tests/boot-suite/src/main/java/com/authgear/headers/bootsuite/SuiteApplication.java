package com.authgear.headers.bootsuite;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;

/** A typical application: controllers and method security, without code for the headers. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableMethodSecurity
@Import({
    ContainerChoice.class,
    DispatchController.class,
    DispatchUser.class,
    MdcController.class,
    PageController.class,
    UserController.class,
    RuleController.class,
    RequestController.class,
    ThreadController.class,
    VisitController.class,
    WhoController.class
})
class SuiteApplication {}

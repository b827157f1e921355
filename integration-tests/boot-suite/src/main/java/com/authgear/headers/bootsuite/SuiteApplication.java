package com.authgear.headers.bootsuite;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;

/** What a user of the library has: controllers, method security, and nothing that mentions the headers. */
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

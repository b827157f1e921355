package com.authgear.headers.bootsuite;

/** The ways in which Spring Boot lets X-Forwarded-For rewrite the address of a request. */
enum Forwarding {
    NATIVE("server.forward-headers-strategy=native"),
    FRAMEWORK("server.forward-headers-strategy=framework"),
    KUBERNETES("spring.main.cloud-platform=kubernetes");

    private final String property;

    Forwarding(String property) {
        this.property = property;
    }

    String property() {
        return property;
    }
}

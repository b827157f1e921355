package com.authgear.headers.soak;

/** Where a client sends a request. */
enum Target {
    /** The way in. */
    NGINX,
    /** Past the proxy. */
    JETTY,
    /** Past the proxy. */
    TOMCAT
}

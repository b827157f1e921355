package com.authgear.headers.defences;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A module that runs attacks. */
enum Suite {
    JETTY("integration-tests/attack-jetty-12.1"),
    JETTY_12_0("integration-tests/attack-jetty-12.0"),
    TOMCAT("integration-tests/attack-tomcat-11"),
    UNDERTOW("integration-tests/attack-undertow-2.3"),
    BOOT("integration-tests/boot-4.1"),
    /** With NGINX, Caddy and HAProxy, which it needs. */
    RECIPES("examples/proxies");

    private final String module;

    Suite(String module) {
        this.module = module;
    }

    /** Runs the module in a copy of the project, without the tests of the libraries. */
    List<String> failures(Path project) throws IOException, InterruptedException {
        Command.run(
                project,
                "mvn",
                "-B",
                "-ntp",
                "-pl",
                module,
                "-am",
                "verify",
                // The suites are jars that the module scans for tests.
                "-Dtest=com.authgear.headers.attacksuite.*Tests,com.authgear.headers.bootsuite.*Tests,"
                        + "com.authgear.headers.examples.proxies.UpgradeTests",
                "-Dsurefire.failIfNoSpecifiedTests=false",
                "-Dmaven.test.failure.ignore=true",
                "-Dmaven.javadoc.skip=true",
                "-Dmaven.source.skip=true",
                "-Dspotless.check.skip=true");
        return Reports.failures(project.resolve(module).resolve("target/surefire-reports"));
    }
}

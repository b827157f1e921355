package com.authgear.headers.bootsuite;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * No application starts without trust or with an implausible one. Other tests here start the same applications with a
 * valid one.
 */
@ExtendWith(OutputCaptureExtension.class)
final class TrustPropertyTests {
    @ParameterizedTest
    @EnumSource
    void withoutTrustTheLineToAddIsPrinted(Container container, CapturedOutput output) {
        StartFailure.of(Setup.bare(), container, output)
                .contains(
                        "authgear.headers.shared-secret=", "openssl rand -hex 32", "authgear.headers.trusted-proxies=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shared-secret=short-and-sweet",
                "shared-secret=${A_VARIABLE_WITH_A_LONG_NAME_THAT_IS_NOT_SET}",
                "trusted-proxies=10.0.0.0/33",
                "trusted-proxies=0.0.0.0/0",
                "trusted-proxies=proxy.example",
                "previous-shared-secret=" + Requests.SECRET,
                "shared-secret-file=/no/such/file",
                "missing-flags=perhaps",
                "refuse-invalid-sessions=maybe",
                "trusted-proxies=127.0.0.1, ::/0"
            })
    void trustThatCannotBeMeantIsNamed(String property, CapturedOutput output) {
        StartFailure.of(Setup.bare().with("authgear.headers." + property), Container.TOMCAT, output)
                .contains("authgear.headers." + property.split("=", 2)[0])
                .doesNotContain("short-and-sweet", Requests.SECRET);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    shared-secret=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa          | at least 6 different characters
                    shared-secret=changeme-changeme-changeme-changeme       | a repetition of 12 or fewer characters
                    shared-secret=$(PROXY_SECRET)                           | a placeholder that was not replaced
                    shared-secret={{.Values.proxy.secret}}                  | a placeholder that was not replaced
                    shared-secret=<the output of openssl rand -hex 32>      | a placeholder that was not replaced
                    shared-secret=${PROXY_SECRET_THAT_IS_NOT_SET}           | a placeholder that was not replaced
                    """)
    void weakSecretIsNamedWithItsFaultAndTheRemedy(String property, String fault, CapturedOutput output) {
        StartFailure.of(Setup.bare().with("authgear.headers." + property), Container.TOMCAT, output)
                .contains("The property authgear.headers.shared-secret cannot be used", fault, "openssl rand -hex 32")
                .doesNotContain(property.split("=", 2)[1]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "role-prefix=FACTOR_",
                "role-prefix=AUTHGEAR_",
                "role-prefix=",
                "clock-skew=-1s",
                "secret-header=x-authgear-secret",
                "secret-header=not a name",
                "missing-flags=perhaps",
                "trust-every-peer=true"
            })
    void optionThatCannotBeMeantBesideASecretIsNamed(String property, CapturedOutput output) {
        StartFailure.of(Setup.secret().with("authgear.headers." + property), Container.TOMCAT, output)
                .contains("authgear.headers." + property.split("=", 2)[0])
                .doesNotContain(Requests.SECRET);
    }

    @ParameterizedTest
    @CsvSource({
        "TOMCAT, server.forward-headers-strategy=native",
        "TOMCAT, server.forward-headers-strategy=FRAMEWORK",
        "TOMCAT, spring.main.cloud-platform=kubernetes",
        "TOMCAT, server.tomcat.remoteip.remote-ip-header=X-Forwarded-For",
        "JETTY, server.forward-headers-strategy=native",
        "JETTY, server.forward-headers-strategy=framework",
        "JETTY, spring.main.cloud-platform=kubernetes"
    })
    void addressesAloneAreNotEnoughWhereTheyAreRewritten(Container container, String property, CapturedOutput output) {
        Setup addresses = Setup.bare().with("authgear.headers.trusted-proxies=127.0.0.2", property);
        StartFailure.of(addresses, container, output)
                .contains("authgear.headers.trusted-proxies", "authgear.headers.shared-secret=", "PeerResolver");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server.forward-headers-strategy=native",
                "spring.main.cloud-platform=kubernetes",
                "server.tomcat.remoteip.protocol-header=X-Forwarded-Proto"
            })
    void addressesBesideASecretAreRefusedWhereTomcatHidesThePeer(String property, CapturedOutput output) {
        Setup both = Setup.secret().with("authgear.headers.trusted-proxies=127.0.0.2", property);
        StartFailure.of(both, Container.TOMCAT, output)
                .contains("Remove authgear.headers.trusted-proxies", "PeerResolver")
                .doesNotContain(Requests.SECRET);
    }

    @Test
    void addressesAloneAreEnoughWhereTheRewritingIsTurnedOff() {
        Setup.bare()
                .with(
                        "authgear.headers.trusted-proxies=127.0.0.2",
                        "spring.main.cloud-platform=kubernetes",
                        "server.forward-headers-strategy=none")
                .start(Container.TOMCAT)
                .close();
    }
}

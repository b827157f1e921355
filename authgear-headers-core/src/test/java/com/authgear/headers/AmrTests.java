package com.authgear.headers;

import static com.authgear.headers.Outcomes.assertMalformed;
import static com.authgear.headers.Outcomes.principal;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AmrTests {
    static Stream<Arguments> wellFormed() {
        return Stream.of(
                Arguments.of("pwd", List.of("pwd")),
                Arguments.of("mfa otp pwd", List.of("mfa", "otp", "pwd")),
                Arguments.of("pwd,otp", List.of("pwd", "otp")),
                Arguments.of("pwd, otp", List.of("pwd", "otp")),
                Arguments.of("pwd ,\totp", List.of("pwd", "otp")),
                Arguments.of("pwd   otp", List.of("pwd", "otp")),
                Arguments.of(",pwd,,otp,", List.of("pwd", "otp")),
                Arguments.of("pwd pwd", List.of("pwd", "pwd")),
                Arguments.of("PWD", List.of("PWD")),
                Arguments.of("urn:a-b.c_d", List.of("urn:a-b.c_d")),
                Arguments.of("x_future-value", List.of("x_future-value")),
                Arguments.of(",", List.of()),
                Arguments.of("", List.of()),
                Arguments.of(" \t", List.of()));
    }

    @ParameterizedTest
    @MethodSource("wellFormed")
    void wellFormedMethodsAreSplitOnBlanksAndCommasInOrder(String value, List<String> methods) {
        assertThat(principal(amr(value)).amr()).isEqualTo(methods);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pwd;otp",
                "pwd|otp",
                "pwd\totp",
                "pwd\notp",
                "p\u0000wd",
                "pwd\u00a0otp",
                "\u200bpwd",
                "\u043f",
                "e\u0301",
                "\ud83d\udd11 otp",
                "pwd \"otp\"",
                "pwd/otp",
                "pwd otp=1",
                "[\"pwd\"]",
            })
    void malformedMethodsAreRefused(String value) {
        assertMalformed(amr(value), "bad_amr", AuthgearHeader.SESSION_AMR);
    }

    @Test
    void absentMethodsAreEmpty() {
        assertThat(principal(Headers.valid().without(AuthgearHeader.SESSION_AMR))
                        .amr())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", ","})
    void sixtyFourMethodsAreKept(String separator) {
        assertThat(principal(amr(methods(64, separator))).amr()).hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", ","})
    void sixtyFiveMethodsAreRefused(String separator) {
        assertMalformed(amr(methods(65, separator)), "bad_amr", AuthgearHeader.SESSION_AMR);
    }

    @Test
    void methodOf64CharactersIsKept() {
        assertThat(principal(amr("pwd " + "a".repeat(64))).amr()).containsExactly("pwd", "a".repeat(64));
    }

    @Test
    void methodOf65CharactersIsRefused() {
        assertMalformed(amr("pwd " + "a".repeat(65)), "bad_amr", AuthgearHeader.SESSION_AMR);
    }

    private static Headers amr(String value) {
        return Headers.valid().set(AuthgearHeader.SESSION_AMR, value);
    }

    private static String methods(int count, String separator) {
        return String.join(separator, Collections.nCopies(count, "pwd"));
    }

    @Test
    void everyConstantIsListedAndNothingElse() throws IllegalAccessException {
        List<String> constants = new ArrayList<>();
        for (Field field : AuthenticationMethods.class.getFields()) {
            constants.add((String) field.get(null));
        }
        assertThat(AuthenticationMethods.LISTED).containsExactlyInAnyOrderElementsOf(constants);
        assertThat(constants).hasSize(16).allMatch(AuthenticationMethods::isListed);
        assertThat(AuthenticationMethods.isListed("x_secondary_topt")).isFalse();
    }
}

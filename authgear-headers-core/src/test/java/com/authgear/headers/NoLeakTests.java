package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that a client sent may reach a log through an exception. */
final class NoLeakTests {
    private static final String VALUE = "zq7\u0000\r\n${jndi:ldap://zq7}";
    private static final AuthgearHeaderParser PARSER =
            AuthgearHeaderParser.builder().trustRoles(true).build();

    static Stream<Headers> malformed() {
        return Stream.of(
                Headers.none().with("x_authgear_zq7", "zq7"),
                Headers.none().with("x_authgear_user_id", "zq7"),
                Headers.none().with("x-authgear-user-id\r\nzq7", "zq7"),
                Headers.valid().with("X-AUTHGEAR-USER-ID", "zq7"),
                Headers.valid().with("Connection", "zq7, x-authgear-zq7"),
                Headers.none().with(AuthgearHeader.USER_ID, "zq7"),
                Headers.none().with(AuthgearHeader.SESSION_VALID, "false").with(AuthgearHeader.USER_ID, "zq7"),
                Headers.valid().without(AuthgearHeader.USER_ANONYMOUS).set(AuthgearHeader.USER_ID, "zq7"),
                Headers.valid().set(AuthgearHeader.USER_ID, "zq7").with("x-envoy-auth-failure-mode-allowed", "zq7"));
    }

    @ParameterizedTest
    @EnumSource
    void exceptionDoesNotHoldTheMalformedValue(AuthgearHeader header) {
        assertNothingLeaks(Headers.valid().set(header, VALUE));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void exceptionHoldsNoValueOfMalformedHeaders(Headers headers) {
        assertNothingLeaks(headers);
    }

    @Test
    void exceptionHoldsNoValueOfAnUntrustedRequest() {
        ProxyTrust trust = ProxyTrust.sharedSecret("0123456789abcdef0123456789abcdef");
        AuthgearAuthenticator authenticator =
                AuthgearAuthenticator.builder(trust).build();
        Headers headers = Headers.valid().set(AuthgearHeader.USER_ID, VALUE).with("X-Proxy-Secret", "zq7");

        assertClean(catchThrowableOfType(
                UntrustedHeadersException.class, () -> authenticator.authenticate(headers, Optional::empty)));
    }

    private static void assertNothingLeaks(Headers headers) {
        assertClean(catchThrowableOfType(MalformedHeadersException.class, () -> PARSER.parse(headers)));
    }

    private static void assertClean(RefusedHeadersException refusal) {
        assertThat(refusal).isNotNull();
        StringWriter trace = new StringWriter();
        refusal.printStackTrace(new PrintWriter(trace));
        assertThat(Stream.of(
                        refusal.code(),
                        refusal.header(),
                        refusal.remedy(),
                        refusal.getMessage(),
                        refusal.toString(),
                        trace.toString()))
                .noneMatch(text -> text.contains("zq7"));
        assertThat(refusal.code()).matches("[a-z_]+");
        assertThat(refusal.header()).matches("[A-Za-z*-]+");
        assertThat(refusal.remedy()).doesNotContain("\n", "%s").isNotBlank();
        assertThat(refusal.getStackTrace()).isEmpty();
    }
}

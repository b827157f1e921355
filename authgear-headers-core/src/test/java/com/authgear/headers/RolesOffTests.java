package com.authgear.headers;

import static com.authgear.headers.Outcomes.assertMalformed;
import static com.authgear.headers.Outcomes.principal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RolesOffTests {
    private final RecordingLogger logger = new RecordingLogger();
    private final AuthgearHeaderParser parser = parser(false);

    @ParameterizedTest
    @ValueSource(strings = {"admin", "a,,b", "\u0440\u043e\u043b\u044c", "authgear:admin", ",", "a b"})
    void anyRolesAreIgnored(String value) {
        AuthgearPrincipal user = principal(parser, Headers.valid().with(AuthgearHeader.USER_ROLES, value));

        assertThat(user).isEqualTo(principal(parser, Headers.valid()));
        assertThat(user.roles()).isEmpty();
    }

    @Test
    void manyIgnoredRolesWarnOnceWithoutTheirValue() {
        principal(parser, Headers.valid().with(AuthgearHeader.USER_ROLES, "admin"));
        principal(parser, Headers.valid().with(AuthgearHeader.USER_ROLES, "viewer"));

        assertThat(logger.lines())
                .singleElement()
                .asString()
                .startsWith("WARNING")
                .contains("X-Authgear-User-Roles", "trustRoles")
                .doesNotContain("admin", "viewer");
    }

    @Test
    void absentRolesDoNotWarn() {
        principal(parser, Headers.valid().with(AuthgearHeader.USER_ROLES, " "));

        assertThat(logger.lines()).isEmpty();
    }

    @Test
    void trustedRolesAreReadWithoutAWarning() {
        AuthgearPrincipal user = principal(parser(true), Headers.valid().with(AuthgearHeader.USER_ROLES, "admin"));

        assertThat(user.roles()).containsExactly("admin");
        assertThat(logger.lines()).isEmpty();
    }

    @Test
    void ignoredRolesCanStillBeOrphansContradictionsAndDuplicates() {
        Headers orphan = Headers.none().with(AuthgearHeader.USER_ROLES, "admin");

        assertMalformed(orphan, "orphan_headers", AuthgearHeader.USER_ROLES);
        assertMalformed(orphan.with(AuthgearHeader.SESSION_VALID, "false"), "contradiction", AuthgearHeader.USER_ROLES);
        assertMalformed(
                Headers.valid().with(AuthgearHeader.USER_ROLES, "a").with(AuthgearHeader.USER_ROLES, "b"),
                "duplicate_header",
                AuthgearHeader.USER_ROLES);
    }

    private AuthgearHeaderParser parser(boolean trustRoles) {
        AuthgearHeaderParser.Builder builder = AuthgearHeaderParser.builder().trustRoles(trustRoles);
        builder.oneTimeWarnings = new OneTimeWarnings(logger);
        return builder.build();
    }
}

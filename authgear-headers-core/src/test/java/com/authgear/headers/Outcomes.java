package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The results of parsing, as the tests need them. */
final class Outcomes {
    private static final AuthgearHeaderParser DEFAULTS = AuthgearHeaderParser.create();

    private Outcomes() {}

    /** The principal that the default parser reads; fails where it reads none. */
    static AuthgearPrincipal principal(HeaderSource headers) {
        return principal(DEFAULTS, headers);
    }

    static AuthgearPrincipal principal(AuthgearHeaderParser parser, HeaderSource headers) {
        return parser.parse(headers).authenticatedPrincipal().orElseThrow();
    }

    static void assertMalformed(HeaderSource headers, String code, AuthgearHeader header) {
        assertMalformed(DEFAULTS, headers, code, header.wireName());
    }

    static void assertMalformed(HeaderSource headers, String code, String header) {
        assertMalformed(DEFAULTS, headers, code, header);
    }

    static void assertMalformed(AuthgearHeaderParser parser, HeaderSource headers, String code, String header) {
        assertThatExceptionOfType(MalformedHeadersException.class)
                .isThrownBy(() -> parser.parse(headers))
                .satisfies(e -> assertThat(e.code() + " " + e.header()).isEqualTo(code + " " + header));
    }
}

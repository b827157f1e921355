package com.authgear.headers.resolverstub;

import org.jspecify.annotations.Nullable;

/**
 * One proof of a session that a request offers.
 *
 * @param kind what it is taken for, by the place where it stands
 * @param value as sent
 */
record Credential(Kind kind, String value) {
    /** What a credential can be: a real one is of one kind only. */
    enum Kind {
        ACCESS_TOKEN(".token"),
        APP_SESSION(".app_session"),
        SESSION(".session");

        private final String suffix;

        Kind(String suffix) {
            this.suffix = suffix;
        }

        String suffix() {
            return suffix;
        }
    }

    /** The user whom it names; null if it is a JWT that does not count, for this origin or at all. */
    @Nullable
    String user(Origin origin) {
        if (kind == Kind.ACCESS_TOKEN && Jwt.isForm(value)) {
            return Jwt.user(value, origin.toString());
        }
        return value.endsWith(kind.suffix) ? value.substring(0, value.length() - kind.suffix.length()) : value;
    }
}

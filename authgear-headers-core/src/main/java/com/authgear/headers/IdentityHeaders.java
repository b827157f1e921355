package com.authgear.headers;

import org.jspecify.annotations.Nullable;

/** The nine header values of a request, read in one pass that refuses repeated lines and look-alike names. */
@SuppressWarnings("EnumOrdinal")
final class IdentityHeaders implements HeaderSource.FieldVisitor {
    private static final AuthgearHeader[] ALL = AuthgearHeader.values();
    private static final String CONNECTION = "Connection";
    private static final String FAILURE_MODE = "x-envoy-auth-failure-mode-allowed";

    /** Trimmed, by ordinal; "" for an empty line, null for none. An EnumMap would cost each request one more object. */
    private final @Nullable String[] lines = new @Nullable String[ALL.length];

    /** The header whose lines follow; null if they are those of Connection or of the failure marker. */
    private @Nullable AuthgearHeader current;

    private boolean connection;
    private boolean failureMode;
    private boolean authorization;
    private boolean cookie;

    /** Throws a {@link MalformedHeadersException} for an alias, a repeated line or a hop-by-hop nomination. */
    IdentityHeaders(HeaderSource source) {
        source.visit(this);
    }

    /** The value without surrounding white space; null if the line is absent or empty. */
    @Nullable
    String value(AuthgearHeader header) {
        String line = lines[header.ordinal()];
        return line == null || line.isEmpty() ? null : line;
    }

    /** The first header other than {@code except} that has a value, or null. */
    @Nullable
    AuthgearHeader firstPresent(@Nullable AuthgearHeader except) {
        for (AuthgearHeader header : ALL) {
            if (header != except && value(header) != null) {
                return header;
            }
        }
        return null;
    }

    /** Whether the proxy says that it let the request through without an answer from the resolver. */
    boolean isFailureMode() {
        return failureMode;
    }

    /** Whether the request carries a credential. Looks up only headers that the pass has seen, to save time. */
    boolean hasCredentials(HeaderSource source) {
        return (authorization && RequestCredentials.hasBearerToken(source))
                || (cookie && RequestCredentials.hasCookie(source));
    }

    @Override
    public boolean wants(String name) {
        current = AuthgearHeader.exact(name);
        return current != null || wantsOther(name);
    }

    @Override
    public void line(String value) {
        if (current != null) {
            read(current, HeaderText.trim(value));
        } else if (connection) {
            refuseNomination(value);
        } else {
            failureMode |= !FieldNames.equal(HeaderText.trim(value), "false");
        }
    }

    private boolean wantsOther(String name) {
        if (AuthgearHeader.isReserved(name) && !FieldNames.isHyphenated(name)) {
            throw MalformedReason.ALIAS_HEADER.of(AuthgearHeader.imitated(name));
        }
        authorization |= FieldNames.equal(RequestCredentials.AUTHORIZATION, name);
        cookie |= FieldNames.equal(RequestCredentials.COOKIE, name);
        connection = FieldNames.equal(CONNECTION, name);
        return connection || FieldNames.equal(FAILURE_MODE, name);
    }

    private void read(AuthgearHeader header, String line) {
        if (lines[header.ordinal()] != null) {
            throw MalformedReason.DUPLICATE_HEADER.of(header);
        }
        lines[header.ordinal()] = line;
    }

    /**
     * RFC 9110, section 7.6.1: a hop removes the fields named here, so a client could have identity headers removed.
     */
    private static void refuseNomination(String line) {
        HeaderText options = new HeaderText(line, ',');
        while (options.next()) {
            if (AuthgearHeader.isReserved(options.text())) {
                throw MalformedReason.HOP_BY_HOP_NOMINATION.of(CONNECTION);
            }
        }
    }
}

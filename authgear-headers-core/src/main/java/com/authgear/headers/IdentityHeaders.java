package com.authgear.headers;

import org.jspecify.annotations.Nullable;

/** One pass over the fields of a request: the nine values, at most one line each, and nothing that imitates them. */
@SuppressWarnings("EnumOrdinal")
final class IdentityHeaders implements HeaderSource.FieldVisitor {
    private static final AuthgearHeader[] ALL = AuthgearHeader.values();
    private static final String CONNECTION = "Connection";
    private static final String FAILURE_MODE = "x-envoy-auth-failure-mode-allowed";

    /** Trimmed; a line that is there and empty is "". An EnumMap would be the same array in a wrapper, for each request. */
    private final @Nullable String[] lines = new @Nullable String[ALL.length];

    /** Whose lines are being shown; null: those of Connection, or of the marker. */
    private @Nullable AuthgearHeader current;

    private boolean connection;
    private boolean failureMode;
    private boolean authorization;
    private boolean cookie;

    /**
     * Reads the headers.
     *
     * @throws MalformedHeadersException for an alias, a repeated line or a hop-by-hop nomination
     */
    IdentityHeaders(HeaderSource source) {
        source.visit(this);
    }

    /** The value without surrounding white space; null if the line is absent or empty. */
    @Nullable
    String value(AuthgearHeader header) {
        String line = lines[header.ordinal()];
        return line == null || line.isEmpty() ? null : line;
    }

    /** The first header that has a value, {@code except} aside, or null. */
    @Nullable
    AuthgearHeader firstPresent(@Nullable AuthgearHeader except) {
        for (AuthgearHeader header : ALL) {
            if (header != except && value(header) != null) {
                return header;
            }
        }
        return null;
    }

    /** Whether the proxy says that it let the request through without an answer of the resolver. */
    boolean isFailureMode() {
        return failureMode;
    }

    /** Whether the request carries a credential. Looking up a line that is not there finds none, and is only spared. */
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
            visitFailureMode(value);
        }
    }

    private boolean wantsOther(String name) {
        if (AuthgearHeader.isReserved(name) && AuthgearHeader.isAlias(name)) {
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

    /** RFC 9110, section 7.6.1: a hop must remove the fields named here, so a client could remove any of ours. */
    private static void refuseNomination(String line) {
        HeaderText options = new HeaderText(line, ',');
        while (options.next()) {
            if (AuthgearHeader.isReserved(options.text())) {
                throw MalformedReason.HOP_BY_HOP_NOMINATION.of(CONNECTION);
            }
        }
    }

    private void visitFailureMode(String line) {
        failureMode |= !FieldNames.equal(HeaderText.trim(line), "false");
    }
}

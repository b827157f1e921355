package com.authgear.headers;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One pass over the names of a request: the nine values, at most one line each, and nothing that imitates them. */
final class HeaderScan {
    private static final String CONNECTION = "Connection";
    private static final String FAILURE_MODE = "x-envoy-auth-failure-mode-allowed";

    private final HeaderSource source;
    /** Trimmed; a line that is there and empty is "". */
    private final Map<AuthgearHeader, String> lines = new EnumMap<>(AuthgearHeader.class);

    private boolean failureMode;
    private boolean connection;
    private boolean marker;

    /**
     * Reads the headers.
     *
     * @throws MalformedHeadersException for an alias, a repeated line or a hop-by-hop nomination
     */
    HeaderScan(HeaderSource source) {
        this.source = source;
        source.names().forEachRemaining(this::visit);
        // Once each, however many spellings of the name there are.
        if (connection) {
            source.values(CONNECTION).forEachRemaining(HeaderScan::refuseNomination);
        }
        if (marker) {
            source.values(FAILURE_MODE).forEachRemaining(this::visitFailureMode);
        }
    }

    /** The value without surrounding white space; null if the line is absent or empty. */
    @Nullable
    String value(AuthgearHeader header) {
        String line = lines.get(header);
        return line == null || line.isEmpty() ? null : line;
    }

    /** The first header that has a value, {@code except} aside, or null. */
    @Nullable
    AuthgearHeader firstPresent(@Nullable AuthgearHeader except) {
        for (Map.Entry<AuthgearHeader, String> line : lines.entrySet()) {
            if (line.getKey() != except && !line.getValue().isEmpty()) {
                return line.getKey();
            }
        }
        return null;
    }

    /** Whether the proxy says that it let the request through without an answer of the resolver. */
    boolean isFailureMode() {
        return failureMode;
    }

    private void visit(String name) {
        if (AuthgearHeader.isReserved(name)) {
            visitReserved(name);
        } else {
            connection |= FieldNames.equal(name, CONNECTION);
            marker |= FieldNames.equal(name, FAILURE_MODE);
        }
    }

    private void visitReserved(String name) {
        if (AuthgearHeader.isAlias(name)) {
            throw Malformation.ALIAS_HEADER.of(AuthgearHeader.imitated(name));
        }
        AuthgearHeader header = AuthgearHeader.exact(name);
        if (header != null) {
            read(header, source.values(name));
        }
    }

    private void read(AuthgearHeader header, Iterator<String> values) {
        String line = values.hasNext() ? Values.trim(values.next()) : "";
        if (values.hasNext() || lines.putIfAbsent(header, line) != null) {
            throw Malformation.DUPLICATE_HEADER.of(header);
        }
    }

    /** RFC 9110, section 7.6.1: a hop must remove the fields named here, so a client could remove any of ours. */
    private static void refuseNomination(String line) {
        for (String option : Values.split(line, ",")) {
            if (AuthgearHeader.isReserved(option)) {
                throw Malformation.HOP_BY_HOP_NOMINATION.of(CONNECTION);
            }
        }
    }

    private void visitFailureMode(String line) {
        failureMode |= !FieldNames.equal(Values.trim(line), "false");
    }
}

package com.authgear.headers;

/**
 * The identity headers of a request are refused. Answer it with the same 401 as a request without a session.
 *
 * <p>Carries nothing that the client sent: code, header name and remedy are constants of this library and safe to log.
 * It has no stack trace, so that a flood of forged requests stays cheap for the server.
 */
public abstract sealed class RefusedHeadersException extends RuntimeException
        permits MalformedHeadersException, UntrustedHeadersException {
    private static final long serialVersionUID = 1L;

    /** A constant word. */
    private final String code;
    /** A header name that no client chose. */
    private final String header;
    /** A constant line. */
    private final String remedy;

    RefusedHeadersException(String code, String header, String remedy) {
        super(code + ": " + header, null, false, false);
        this.code = code;
        this.header = header;
        this.remedy = remedy;
    }

    /** {@return the reason, a stable word such as {@code duplicate_header}} */
    public final String code() {
        return code;
    }

    /** {@return the name of the header at fault, never its value; a hyphen if no header is} */
    public final String header() {
        return header;
    }

    /** {@return what the operator can do, one line} */
    public final String remedy() {
        return remedy;
    }
}

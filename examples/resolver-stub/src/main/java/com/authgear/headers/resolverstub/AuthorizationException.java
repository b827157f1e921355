package com.authgear.headers.resolverstub;

/** An error that the application is told, as RFC 6749, section 4.1.2.1, says. */
final class AuthorizationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String error;

    AuthorizationException(String error, String description) {
        super(description, null, false, false);
        this.error = error;
    }

    String error() {
        return error;
    }
}

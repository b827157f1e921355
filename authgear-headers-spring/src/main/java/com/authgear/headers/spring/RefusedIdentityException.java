package com.authgear.headers.spring;

import org.springframework.security.core.AuthenticationException;

/** The headers were refused, or the session is invalid and the application refuses those. Says nothing of why. */
final class RefusedIdentityException extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    RefusedIdentityException() {
        super("the identity of the request was refused");
    }
}

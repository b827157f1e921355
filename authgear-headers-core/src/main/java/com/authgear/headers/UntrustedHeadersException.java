package com.authgear.headers;

/**
 * Identity headers on a request that did not demonstrably come through the proxy.
 *
 * <p>Codes: {@code secret_missing}, {@code secret_repeated}, {@code secret_mismatch}, {@code peer_unknown},
 * {@code peer_untrusted}. More may follow.
 */
public final class UntrustedHeadersException extends RefusedHeadersException {
    private static final long serialVersionUID = 1L;

    UntrustedHeadersException(String code, String header, String remedy) {
        super(code, header, remedy);
    }
}

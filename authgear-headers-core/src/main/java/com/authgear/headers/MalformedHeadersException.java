package com.authgear.headers;

/**
 * The headers contradict each other or violate their grammar: they are forged, or the proxy does not forward what the
 * resolver sent.
 *
 * <p>Codes: {@code alias_header}, {@code duplicate_header}, {@code hop_by_hop_nomination}, {@code orphan_headers},
 * {@code contradiction}, {@code incomplete_identity}, {@code auth_failure_mode}, {@code identity_without_credentials},
 * {@code unreadable_headers}, {@code ambiguous_target}, {@code bad_boolean}, {@code bad_user_id}, {@code bad_acr},
 * {@code bad_amr}, {@code bad_authenticated_at}, {@code bad_roles}. More may follow.
 */
public final class MalformedHeadersException extends RefusedHeadersException {
    private static final long serialVersionUID = 1L;

    /**
     * Refuses a request for a reason that an adapter found.
     *
     * @param code a constant word
     * @param header a header name that no client chose
     * @param remedy one constant line
     */
    public MalformedHeadersException(String code, String header, String remedy) {
        super(code, header, remedy);
    }
}

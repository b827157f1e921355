package com.authgear.headers.test;

import com.authgear.headers.AuthgearHeaderWriter;
import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.AuthgearSession;
import com.authgear.headers.ProxyTrust;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a request as an honest proxy sends it: the resolver's answer, the shared secret, and a credential by
 * which the resolver could have found the user. For tests, with any HTTP client. Each header has exactly one line.
 *
 * <pre>{@code
 * AuthgearTestHeaders.user("alice").sharedSecret(SECRET).forEach(request::header);
 * }</pre>
 *
 * <p>No server is asked, and no such user needs to exist. Immutable and thread-safe.
 */
public final class AuthgearTestHeaders {
    private final AuthgearSession session;
    private final Credential credential;
    private final @Nullable String secret;
    private final String secretHeader;

    private AuthgearTestHeaders(
            AuthgearSession session, Credential credential, @Nullable String secret, String secretHeader) {
        this.session = session;
        this.credential = credential;
        this.secret = secret;
        this.secretHeader = secretHeader;
    }

    /**
     * A user of whom nothing else is known: not anonymous, not verified, unable to reauthenticate.
     *
     * @param userId 1 to 128 characters of {@code A-Za-z0-9._~:@-}
     * @return the headers, with a bearer token and without a secret
     * @throws IllegalArgumentException if the user id is not of that form
     */
    public static AuthgearTestHeaders user(String userId) {
        return of(AuthgearPrincipal.builder(userId).build());
    }

    /**
     * A user.
     *
     * @param principal the user whom the resolver found
     * @return the headers, with a bearer token and without a secret
     */
    public static AuthgearTestHeaders of(AuthgearPrincipal principal) {
        return of(new AuthgearSession.Valid(principal), Credential.BEARER);
    }

    /** {@return the headers where the resolver found no session: none of Authgear's, and no credential} */
    public static AuthgearTestHeaders noSession() {
        return of(AuthgearSession.none(), Credential.NONE);
    }

    /** {@return the headers where the resolver found an invalid session, in a cookie} */
    public static AuthgearTestHeaders invalidSession() {
        return of(AuthgearSession.invalid(), Credential.COOKIE);
    }

    private static AuthgearTestHeaders of(AuthgearSession session, Credential credential) {
        return new AuthgearTestHeaders(session, credential, null, ProxyTrust.DEFAULT_SECRET_HEADER);
    }

    /**
     * The same with the secret by which the application knows the proxy. Without a secret, an application believes the
     * request only if it trusts the peer's address, or every peer.
     *
     * @param value the application's secret
     * @return new headers
     */
    public AuthgearTestHeaders sharedSecret(String value) {
        return new AuthgearTestHeaders(session, credential, Objects.requireNonNull(value, "value"), secretHeader);
    }

    /**
     * The same with another name for the secret's header.
     *
     * @param name {@link ProxyTrust#DEFAULT_SECRET_HEADER} unless told otherwise
     * @return new headers
     */
    public AuthgearTestHeaders secretHeader(String name) {
        return new AuthgearTestHeaders(session, credential, secret, Objects.requireNonNull(name, "name"));
    }

    /** {@return the same as a browser sends it: with a session cookie, so that protection against CSRF applies} */
    public AuthgearTestHeaders cookie() {
        return new AuthgearTestHeaders(session, Credential.COOKIE, secret, secretHeader);
    }

    /** {@return the same as a program sends it: with a bearer token} */
    public AuthgearTestHeaders bearer() {
        return new AuthgearTestHeaders(session, Credential.BEARER, secret, secretHeader);
    }

    /**
     * {@return the same without a credential: for a proxy that strips credentials, or a request that has one already}
     */
    public AuthgearTestHeaders withoutCredential() {
        return new AuthgearTestHeaders(session, Credential.NONE, secret, secretHeader);
    }

    /**
     * Hands out each line.
     *
     * @param header takes each name and its value
     */
    public void forEach(BiConsumer<? super String, ? super String> header) {
        toMap().forEach(header);
    }

    /** {@return each name with its value, in the order of {@link #forEach}; cannot be changed} */
    public Map<String, String> toMap() {
        Map<String, String> lines = new LinkedHashMap<>();
        credential.write(lines::put);
        if (secret != null) {
            lines.put(secretHeader, secret);
        }
        AuthgearHeaderWriter.write(session, lines::put);
        return Collections.unmodifiableMap(lines);
    }

    /** {@return what kind of session it is, and no secret} */
    @Override
    public String toString() {
        return "AuthgearTestHeaders[" + session.getClass().getSimpleName() + "]";
    }

    HeaderLines lines() {
        List<Map.Entry<String, String>> lines = new ArrayList<>();
        forEach((name, value) -> lines.add(Map.entry(name, value)));
        return new HeaderLines(lines);
    }

    AuthgearSession session() {
        return session;
    }

    @Nullable
    String secret() {
        return secret;
    }

    String secretHeader() {
        return secretHeader;
    }

    /** A credential by which the resolver could have found the session. Its value is made up. */
    private enum Credential {
        BEARER("Authorization", "Bearer test"),
        COOKIE("Cookie", "session=test"),
        NONE("", "");

        private final String name;
        private final String value;

        Credential(String name, String value) {
            this.name = name;
            this.value = value;
        }

        void write(BiConsumer<String, String> header) {
            if (this != NONE) {
                header.accept(name, value);
            }
        }
    }
}

package com.authgear.headers.test;

import static com.authgear.headers.AuthgearHeader.SESSION_AMR;
import static com.authgear.headers.AuthgearHeader.SESSION_AUTHENTICATED_AT;
import static com.authgear.headers.AuthgearHeader.SESSION_VALID;
import static com.authgear.headers.AuthgearHeader.USER_ANONYMOUS;
import static com.authgear.headers.AuthgearHeader.USER_CAN_REAUTHENTICATE;
import static com.authgear.headers.AuthgearHeader.USER_ID;
import static com.authgear.headers.AuthgearHeader.USER_ROLES;
import static com.authgear.headers.AuthgearHeader.USER_VERIFIED;

import com.authgear.headers.AuthgearHeader;
import com.authgear.headers.AuthgearSession;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Requests that must be refused: each differs from an honest one in a single way. Not complete: an attacker has more
 * spellings than a list has lines. Stateless.
 */
public final class ForgedRequests {
    private static final String OTHER = "somebody-else";

    private final HeaderLines honest;
    private final @Nullable String secret;
    private final String secretHeader;

    private ForgedRequests(AuthgearTestHeaders honest) {
        this.honest = honest.lines();
        secret = honest.secret();
        secretHeader = honest.secretHeader();
    }

    /**
     * The forgeries of a request.
     *
     * @param honest the request of a user, as {@link AuthgearTestHeaders#user} and {@link AuthgearTestHeaders#of} make it,
     *     with the application's secret; without a secret there is none to forge, and the kinds C01 and C08 are left out;
     *     without a credential A03 is
     * @return the forgeries, each to be refused
     * @throws IllegalArgumentException if it is the request of nobody
     */
    public static Stream<ForgedRequest> of(AuthgearTestHeaders honest) {
        ForgedRequests forged = new ForgedRequests(requireUser(honest));
        return Stream.of(
                        forged.unproved(),
                        forged.surviving(),
                        forged.uncredited(),
                        forged.repeated(),
                        forged.lookAlikes(),
                        forged.removed(),
                        forged.written())
                .flatMap(each -> each);
    }

    static AuthgearTestHeaders requireUser(AuthgearTestHeaders honest) {
        if (honest.session() instanceof AuthgearSession.Valid) {
            return honest;
        }
        throw new IllegalArgumentException("a request of nobody cannot be forged: give the headers of a user");
    }

    /** Who sends these does not know the secret. */
    private Stream<ForgedRequest> unproved() {
        if (secret == null) {
            return Stream.empty();
        }
        String wrong = "?".repeat(secret.length());
        HeaderLines without = honest.without(secretHeader);
        return Stream.of(
                forged("C01", "no secret", without),
                forged("C08", "wrong secret", without.with(secretHeader, wrong)),
                forged("C08", "empty secret", without.with(secretHeader, "")),
                forged("C08", "two secrets, the wrong one last", honest.with(secretHeader, wrong)),
                forged("C08", "two secrets, the wrong one first", honest.after(secretHeader, wrong)),
                forged("C08", "secret in a look-alike", without.with(lookAlike(secretHeader), secret)));
    }

    /** A client's own lines that a proxy let through where the resolver found nobody. */
    private Stream<ForgedRequest> surviving() {
        return Stream.of(
                forged("A01", "roles without a session", nobody().with(USER_ROLES.wireName(), "admin")),
                forged("A01", "user id without a session", nobody().with(USER_ID.wireName(), OTHER)),
                forged("A01", "user of an invalid session", replacing(SESSION_VALID, "false")),
                forged(
                        "F01",
                        "identity beside the mark of a failed resolver",
                        honest.with("x-envoy-auth-failure-mode-allowed", "true")));
    }

    /** An identity that came from nowhere: a forgery, or the answer of a badly keyed cache. */
    private Stream<ForgedRequest> uncredited() {
        HeaderLines without = honest.without("Authorization").without("Cookie");
        return without.equals(honest)
                ? Stream.empty()
                : Stream.of(
                        forged("A03", "identity without a credential", without),
                        forged("A03", "identity with cookies of other names", without.with("Cookie", "theme=dark")));
    }

    /** A proxy added a line where it should have replaced it. */
    private Stream<ForgedRequest> repeated() {
        String id = USER_ID.wireName();
        return Stream.of(
                forged("A08", "two user ids, the forged one last", honest.with(id, OTHER)),
                forged("A08", "two user ids, the forged one first", honest.after(id, OTHER)),
                forged("A08", "user ids in one line", replacing(USER_ID, "a," + OTHER)),
                forged("A08", "two lines of roles", twice(USER_ROLES, "admin", "viewer")),
                forged("A08", "two lines of methods", twice(SESSION_AMR, "pwd", "mfa")),
                forged("A08", "two times of the login", twice(SESSION_AUTHENTICATED_AT, "1700000000", "1700000001")),
                forged("A11", "two spellings of a name", honest.with("x-AUTHGEAR-user-id", OTHER)));
    }

    /** Names that another hop, or code that reads headers by itself, takes for the real ones. */
    private Stream<ForgedRequest> lookAlikes() {
        return Stream.of("x_authgear_user_id", "x-authgear_user-id", "x.authgear.user.id", "X_AUTHGEAR_USER_ROLES")
                .flatMap(name -> Stream.of(
                        forged("A10", name + " beside an identity", honest.with(name, OTHER)),
                        forged("A10", name + " without an identity", nobody().with(name, OTHER))));
    }

    /** A client made a hop drop lines of the identity. */
    private Stream<ForgedRequest> removed() {
        return Stream.concat(
                Stream.of(forged("B01", "removal of a header by Connection", honest.with("Connection", nominations()))),
                Stream.of(USER_ID, USER_ANONYMOUS, USER_VERIFIED, USER_CAN_REAUTHENTICATE)
                        .map(header ->
                                forged("B02", header.wireName() + " removed", honest.without(header.wireName()))));
    }

    /** What no resolver writes. */
    private Stream<ForgedRequest> written() {
        return Stream.of(
                forged("A09", "placeholder", replacing(SESSION_VALID, "$upstream_http_x_authgear_session_valid")),
                forged("G08", "bad boolean", replacing(USER_ANONYMOUS, "no")),
                forged("G08", "bad user id", replacing(USER_ID, "<script>")),
                forged("G08", "bad amr", replacing(SESSION_AMR, "pwd;mfa")),
                forged("G09", "bad time", replacing(SESSION_AUTHENTICATED_AT, "99999999999999999999")));
    }

    /** What remains where the resolver found nobody: the secret. */
    private HeaderLines nobody() {
        return new HeaderLines(honest.list().stream()
                .filter(line -> !AuthgearHeader.isReserved(line.getKey()))
                .toList());
    }

    private HeaderLines replacing(AuthgearHeader header, String value) {
        return honest.replacing(header.wireName(), value);
    }

    private HeaderLines twice(AuthgearHeader header, String one, String other) {
        return replacing(header, one).with(header.wireName(), other);
    }

    private static String nominations() {
        return "close, " + USER_ID.wireName();
    }

    private static String lookAlike(String name) {
        String folded = name.replace('-', '_');
        return folded.equals(name) ? "_" + name : folded;
    }

    private static ForgedRequest forged(String kind, String title, HeaderLines lines) {
        return new ForgedRequest(kind, title, lines.list());
    }
}

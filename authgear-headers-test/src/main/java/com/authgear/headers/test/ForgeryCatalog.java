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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Requests that a page for users must refuse: each differs from an honest one in a single way. Not complete: an
 * attacker has more spellings than a list has lines. Stateless.
 */
public final class ForgeryCatalog {
    /** The user whom a forger would like to be. */
    static final String OTHER = "somebody-else";

    private static final List<AuthgearHeader> FLAGS =
            List.of(SESSION_VALID, USER_ANONYMOUS, USER_VERIFIED, USER_CAN_REAUTHENTICATE);

    private final HeaderLines honest;
    private final @Nullable ForgedSecrets secrets;

    private ForgeryCatalog(AuthgearTestHeaders honest) {
        this.honest = honest.lines();
        String secret = honest.secret();
        secrets = secret == null || secret.isEmpty()
                ? null
                : new ForgedSecrets(this.honest, honest.secretHeader(), secret);
    }

    /**
     * The forgeries of a request.
     *
     * @param honest the request of a user, as {@link AuthgearTestHeaders#user} and {@link AuthgearTestHeaders#of} make
     *     it, with the application's secret; without a secret there is none to forge, and the kinds C01, C02 and C08
     *     are left out; without a credential A03 is
     * @return the forgeries, each to be refused
     * @throws IllegalArgumentException if it is a request without a user
     */
    public static Stream<ForgedRequest> of(AuthgearTestHeaders honest) {
        ForgeryCatalog forged = new ForgeryCatalog(requireUser(honest));
        return Stream.of(
                        forged.secrets == null ? Stream.<ForgedRequest>empty() : forged.secrets.all(),
                        forged.surviving(),
                        forged.uncredited(),
                        forged.repeated(),
                        forged.lookAlikes(),
                        forged.removed(),
                        forged.written(),
                        forged.withoutUser())
                .flatMap(each -> each);
    }

    /** The kinds or titles that {@link #of} leaves out, each with the reason. */
    static List<Untried> untried(AuthgearTestHeaders honest) {
        ForgeryCatalog forged = new ForgeryCatalog(honest);
        List<Untried> untried = new ArrayList<>();
        if (forged.secrets == null) {
            for (String kind : List.of("C01", "C02", "C08")) {
                untried.add(new Untried(kind, kind, "the headers have no shared secret"));
            }
        } else if (!forged.secrets.hasLetters()) {
            untried.add(new Untried("C08", ForgedSecrets.IN_OTHER_CASE, "the shared secret has no letter"));
        }
        if (forged.uncredited().findAny().isEmpty()) {
            untried.add(new Untried("A03", "A03", "the headers have no credential"));
        }
        return untried;
    }

    static AuthgearTestHeaders requireUser(AuthgearTestHeaders honest) {
        if (honest.session() instanceof AuthgearSession.Valid) {
            return honest;
        }
        throw new IllegalArgumentException("a request without a user cannot be forged: give the headers of a user");
    }

    /** A client's own lines that a proxy let through where the resolver found no user. */
    private Stream<ForgedRequest> surviving() {
        return Stream.of(
                forged("A01", "roles without a session", anonymous().with(USER_ROLES.wireName(), "admin")),
                forged("A01", "user id without a session", anonymous().with(USER_ID.wireName(), OTHER)),
                forged("A01", "user of an invalid session", replacing(SESSION_VALID, "false")),
                forged(
                        "F01",
                        "identity beside the mark of a failed resolver",
                        honest.with("x-envoy-auth-failure-mode-allowed", "true")));
    }

    /** An identity without a credential: a forgery, or the answer of a cache with a wrong key. */
    private Stream<ForgedRequest> uncredited() {
        HeaderLines without = withoutCredential(honest);
        return without.equals(honest)
                ? Stream.empty()
                : Stream.of(
                        forged("A03", "identity without a credential", without),
                        forged("A03", "identity with cookies of other names", without.with("Cookie", "theme=dark")),
                        forged(
                                "A03",
                                "identity with a password",
                                without.with("Authorization", "Basic YWxpY2U6c2VjcmV0")));
    }

    /** A proxy added a line where it should have replaced it. */
    private Stream<ForgedRequest> repeated() {
        String id = USER_ID.wireName();
        Stream<ForgedRequest> identities = Stream.of(
                forged("A08", "two user ids, the forged one last", honest.with(id, OTHER)),
                forged("A08", "two user ids, the forged one first", honest.after(id, OTHER)),
                forged("A08", "user ids in one line", replacing(USER_ID, "a," + OTHER)),
                forged("A08", "two lines of roles", twice(USER_ROLES, "admin", "viewer")),
                forged("A08", "two lines of methods", twice(SESSION_AMR, "pwd", "mfa")),
                forged("A08", "two times of the login", twice(SESSION_AUTHENTICATED_AT, "1700000000", "1700000001")),
                forged("A11", "two spellings of a name", honest.with("x-AUTHGEAR-user-id", OTHER)));
        return Stream.concat(
                identities,
                FLAGS.stream()
                        .flatMap(flag -> Stream.of("true", "false")
                                .map(last -> forged(
                                        "A08",
                                        flag.wireName() + " twice, " + last + " last",
                                        twice(flag, last.equals("true") ? "false" : "true", last)))));
    }

    /** Names that another hop, or code that reads headers itself, may take for the real ones. */
    private Stream<ForgedRequest> lookAlikes() {
        Stream<ForgedRequest> single = Stream.of(
                        "x_authgear_user_id", "x-authgear_user-id", "x.authgear.user.id", "X_AUTHGEAR_USER_ROLES")
                .flatMap(name -> Stream.of(
                        forged("A10", name + " beside an identity", honest.with(name, OTHER)),
                        forged("A10", name + " without an identity", anonymous().with(name, OTHER))));
        return Stream.concat(single, Stream.of(forged("A10", "all of it with underscores", underscored())));
    }

    /** A client made a hop drop lines of the identity, or their values. */
    private Stream<ForgedRequest> removed() {
        String nominated = "close, " + USER_ID.wireName();
        return Stream.concat(
                Stream.of(forged("B01", "removal of a header by Connection", honest.with("Connection", nominated))),
                Stream.concat(Stream.of(USER_ID), FLAGS.stream())
                        .flatMap(header -> Stream.of(
                                forged("B02", header.wireName() + " removed", honest.without(header.wireName())),
                                forged("B02", header.wireName() + " emptied", replacing(header, "")))));
    }

    /** Values that no resolver writes. */
    private Stream<ForgedRequest> written() {
        Stream<ForgedRequest> values = Stream.of(
                forged("A09", "placeholder", replacing(SESSION_VALID, "$upstream_http_x_authgear_session_valid")),
                forged("G08", "bad boolean", replacing(USER_ANONYMOUS, "no")),
                forged("G08", "bad user id", replacing(USER_ID, "<script>")),
                forged("G08", "bad amr", replacing(SESSION_AMR, "pwd;mfa")),
                forged("G09", "bad time", replacing(SESSION_AUTHENTICATED_AT, "99999999999999999999")));
        return Stream.concat(
                values, FLAGS.stream().flatMap(flag -> Stream.of(spelt(flag, "1", "0"), spelt(flag, "TRUE", "FALSE"))));
    }

    /** The honest value of a flag in another spelling. */
    private ForgedRequest spelt(AuthgearHeader flag, String yes, String no) {
        boolean set = honest.list().contains(Map.entry(flag.wireName(), "true"));
        return forged("G08", flag.wireName() + " spelt " + yes + " or " + no, replacing(flag, set ? yes : no));
    }

    /** The proxy's request where the resolver found no user: a page for users refuses it, also behind one of a user. */
    private Stream<ForgedRequest> withoutUser() {
        return Stream.concat(
                ForgedRequest.byEveryMethod("A04", "no identity", anonymous()),
                Stream.of(
                        forged("G04", "no identity, behind a request of the user", withoutCredential(anonymous())),
                        forged(
                                "G05",
                                "no identity, with cookies that name a user",
                                anonymous()
                                        .with("Cookie", "user=" + OTHER + "; user_id=" + OTHER + "; uid=" + OTHER))));
    }

    /** The secret and what the client sent, where the resolver found no user. */
    private HeaderLines anonymous() {
        return new HeaderLines(honest.list().stream()
                .filter(line -> !AuthgearHeader.isReserved(line.getKey()))
                .toList());
    }

    private HeaderLines underscored() {
        return new HeaderLines(honest.list().stream()
                .map(line -> AuthgearHeader.isReserved(line.getKey())
                        ? Map.entry(line.getKey().replace('-', '_'), line.getValue())
                        : line)
                .toList());
    }

    private HeaderLines replacing(AuthgearHeader header, String value) {
        return honest.replacing(header.wireName(), value);
    }

    private HeaderLines twice(AuthgearHeader header, String one, String other) {
        return replacing(header, one).with(header.wireName(), other);
    }

    private static HeaderLines withoutCredential(HeaderLines lines) {
        return lines.without("Authorization").without("Cookie");
    }

    private static ForgedRequest forged(String kind, String title, HeaderLines lines) {
        return ForgedRequest.get(kind, title, lines);
    }

    /**
     * Forgeries that cannot be made.
     *
     * @param kind their kind
     * @param name the kind, or the title of the only one
     * @param reason why
     */
    record Untried(String kind, String name, String reason) {}
}

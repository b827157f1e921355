package com.authgear.headers.examples.proxycheck;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.resolverstub.UserTable;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The users of one run. Their names are new in each run, so no cache knows them. */
final class UsersOfRun {
    /** More than the checks need. */
    private static final int FRESH = 100;

    private final String run = HexFormat.of().toHexDigits(new SecureRandom().nextInt());
    private final User alice = User.enabled(rich("alice-" + run));
    private final User bob =
            User.enabled(AuthgearPrincipal.builder("bob-" + run).build());
    private final User carol = User.enabled(
            AuthgearPrincipal.builder("carol-" + run).anonymous(true).build());
    private final User dave = User.disabled("dave-" + run);
    private final User unknown = User.disabled("unknown-" + run);
    private final List<User> all;
    private final Deque<User> fresh;

    UsersOfRun() {
        fresh = IntStream.range(0, FRESH)
                .mapToObj(i -> User.enabled(rich("user" + i + "-" + run)))
                .collect(Collectors.toCollection(ArrayDeque::new));
        all = Stream.concat(Stream.of(alice, bob, carol, dave), fresh.stream()).toList();
    }

    private static AuthgearPrincipal rich(String name) {
        return AuthgearPrincipal.builder(name)
                .verified(true)
                .canReauthenticate(true)
                .roles(List.of("viewer", "store:clerk"))
                .amr(List.of("otp", "pwd"))
                .authenticatedAt(Instant.ofEpochSecond(1_750_000_000))
                .build();
    }

    /** Has every header that the resolver sends. */
    User alice() {
        return alice;
    }

    /** Has no roles, methods or time of authentication, so forged ones that are not removed become bob's. */
    User bob() {
        return bob;
    }

    /** An anonymous user; without the header that says so, one like bob. */
    User carol() {
        return carol;
    }

    /** Is disabled. */
    User dave() {
        return dave;
    }

    /** A new user like alice, not yet used in a request. */
    User fresh() {
        User user = fresh.poll();
        if (user == null) {
            throw new NoSuchElementException("the check needs more users than " + FRESH);
        }
        return user;
    }

    /** Unknown to the resolver: the cookie gives an invalid session, the token none. */
    User unknown() {
        return unknown;
    }

    UserTable table() {
        return UserTable.of(all.stream().collect(Collectors.toMap(User::token, User::known)));
    }
}

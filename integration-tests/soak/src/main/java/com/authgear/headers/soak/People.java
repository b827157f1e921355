package com.authgear.headers.soak;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.resolverstub.StubUser;
import com.authgear.headers.resolverstub.StubUsers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The users. Each has fields of their own, and some lack a field, so that a mixture of two is seen. */
final class People {
    static final String DISABLED = "disabled-user";
    private static final int COUNT = 240;
    private static final long FIRST_LOGIN = 1_700_000_000;

    private static final List<AuthgearPrincipal> ALL =
            IntStream.range(0, COUNT).mapToObj(People::person).toList();

    private People() {}

    static AuthgearPrincipal get(long number) {
        return ALL.get((int) Long.remainderUnsigned(number, COUNT));
    }

    /** What the resolver knows: the name of a user is that user's credential. */
    static StubUsers known() {
        Map<String, StubUser> users = new LinkedHashMap<>();
        ALL.forEach(person -> users.put(person.userId(), StubUser.enabled(person)));
        users.put(DISABLED, new StubUser(person(COUNT), true));
        return StubUsers.of(users);
    }

    private static AuthgearPrincipal person(int number) {
        AuthgearPrincipal.Builder person = AuthgearPrincipal.builder("user-" + number)
                .anonymous(number % 5 == 0)
                .verified(number % 2 == 0)
                .canReauthenticate(number % 3 == 0)
                .roles(number % 4 == 0 ? List.of() : List.of("role_" + number, "team:" + number % 7))
                .amr(number % 6 == 0 ? List.of() : List.of("pwd", "x_" + number));
        return number % 8 == 0
                ? person.build()
                : person.authenticatedAt(Instant.ofEpochSecond(FIRST_LOGIN + number))
                        .build();
    }
}

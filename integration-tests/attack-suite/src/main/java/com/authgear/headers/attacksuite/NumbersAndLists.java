package com.authgear.headers.attacksuite;

import static com.authgear.headers.attacksuite.Attack.attack;
import static com.authgear.headers.attacksuite.Attack.user;

import com.authgear.headers.harness.RawRequest;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Numbers that overflow, times in the future, overlong lists. */
final class NumbersAndLists {
    private static final String BAD_ROLES = "bad_roles";
    private static final int MOST_ROLES = 200;
    private static final int TEN_MINUTES = 600;

    private static final List<String> TIMES =
            List.of("-1", "+1", "1e9", "0x10", "1.5", "9223372036854775808", "99999999999999", "253402300800");

    private static final List<Attack> ROLES = List.of(
            roles("of more than 200 keys", many(MOST_ROLES + 1)).refused(BAD_ROLES),
            roles("of more than 8 KiB", keys(150, "r".repeat(55))).refusedOrRejected(BAD_ROLES),
            roles("of commas", ",,").refused(BAD_ROLES),
            roles("with an empty key", "a,,b").refused(BAD_ROLES),
            roles("with a key of 65 characters", "r".repeat(65)).refused(BAD_ROLES),
            roles("that repeat a key", "a,b,a")
                    .becomes(user(Honest.user().roles(List.of("a", "b")).build())));

    private NumbersAndLists() {}

    static Stream<Attack> rows() {
        return Stream.of(TIMES.stream().map(NumbersAndLists::refusedTime), Stream.of(timeToCome()), ROLES.stream())
                .flatMap(rows -> rows);
    }

    private static Attack refusedTime(String value) {
        return attack("G09", "time " + value).sends(withTime(value)).refused("bad_authenticated_at");
    }

    private static Attack timeToCome() {
        long soon = Instant.now().plusSeconds(TEN_MINUTES).getEpochSecond();
        return attack("G09", "time to come: it never counts as recent")
                .sends(withTime(Long.toString(soon)))
                .becomes(user(Honest.timeless().build()));
    }

    private static RawRequest withTime(String value) {
        return Honest.request().replacing("x-authgear-session-authenticated-at: " + value);
    }

    private static Attack.Draft roles(String title, String value) {
        String most = many(MOST_ROLES);
        return attack("G09", "roles " + title)
                .on(Deployment.SECRET_AND_ROLES)
                .sends(withRoles(value))
                .twin(
                        withRoles(most),
                        user(Honest.user().roles(List.of(most.split(",", -1))).build()));
    }

    private static RawRequest withRoles(String value) {
        return Honest.request().with("x-authgear-user-roles: " + value);
    }

    private static String many(int count) {
        return keys(count, "r");
    }

    private static String keys(int count, String prefix) {
        return String.join(
                ",", IntStream.range(0, count).mapToObj(i -> prefix + i).toList());
    }
}

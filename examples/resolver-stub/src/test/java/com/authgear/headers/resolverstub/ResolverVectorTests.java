package com.authgear.headers.resolverstub;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.harness.RawClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Asks the stub what the real resolver was asked: the answers are equal but for the named {@link Deviation}s. */
class ResolverVectorTests {
    private static final List<Recording> RECORDINGS = Recording.all();
    /** The stubs of a set-up, with TRUST_PROXY on and off. There is one for each project. */
    private static final Map<String, List<ResolverStub>> STUBS = new HashMap<>();

    @BeforeAll
    static void start() {
        UserTable users = RecordedUsers.table();
        UserTable others = UserTable.of(Map.of(
                "mallory", StubUser.enabled(AuthgearPrincipal.builder("mallory").build())));
        for (boolean trust : List.of(true, false)) {
            STUBS.put("plain " + trust, List.of(Fixtures.start(builder(trust, users))));
            ResolverStub.Builder prefix =
                    builder(trust, users).cookieDomain("example.test").cookiePrefix("ag_");
            STUBS.put("prefix " + trust, List.of(Fixtures.start(prefix)));
            STUBS.put(
                    "tenants " + trust,
                    List.of(
                            Fixtures.start(builder(trust, users).host("one.example.test")),
                            Fixtures.start(builder(trust, others).host("two.example.test"))));
        }
    }

    private static ResolverStub.Builder builder(boolean trust, UserTable users) {
        return ResolverStub.builder().trustProxy(trust).users(users);
    }

    @AfterAll
    static void stop() {
        STUBS.values().forEach(stubs -> stubs.forEach(ResolverStub::close));
    }

    @ParameterizedTest
    @FieldSource("RECORDINGS")
    void answersAsTheRealOne(Recording recording) throws IOException {
        for (Seen answer : answers(recording)) {
            Seen expected = recording.answer();
            Seen actual = answer;
            StringBuilder reasons = new StringBuilder();
            for (Deviation deviation : Deviation.of(recording)) {
                reasons.append(deviation.reason());
                expected = deviation.rest(expected);
                actual = deviation.rest(actual);
            }
            assertThat(actual).as(reasons.toString()).isEqualTo(expected);
        }
    }

    @Test
    void everyDeviationExcusesARecord() throws IOException {
        Set<Deviation> needed = EnumSet.noneOf(Deviation.class);
        for (Recording recording : RECORDINGS) {
            List<Deviation> deviations = Deviation.of(recording);
            if (!deviations.isEmpty() && !answers(recording).stream().allMatch(recording.answer()::equals)) {
                needed.addAll(deviations);
            }
        }
        assertThat(needed).containsExactly(Deviation.values());
    }

    /** A predicate that is too wide could excuse every record. */
    @Test
    void mostRecordsNeedNoExcuse() {
        assertThat(RECORDINGS).hasSizeGreaterThanOrEqualTo(205);
        assertThat(RECORDINGS.stream()
                        .filter(recording -> Deviation.of(recording).isEmpty()))
                .hasSizeGreaterThan(190);
    }

    private static List<Seen> answers(Recording recording) throws IOException {
        List<Seen> answers = new ArrayList<>();
        for (boolean trust : recording.trustProxy()) {
            answers.add(answer(recording, Objects.requireNonNull(STUBS.get(recording.setup() + " " + trust))));
        }
        return answers;
    }

    /** That of the project which the host is of; where it is of none, or does not matter, all answer alike. */
    private static Seen answer(Recording recording, List<ResolverStub> projects) throws IOException {
        List<Seen> answers = new ArrayList<>();
        for (ResolverStub project : projects) {
            answers.add(Seen.of(RawClient.of(project.port()).send(recording.bytes(), recording.method())));
        }
        return answers.stream()
                .filter(answer -> answer.status() != 404)
                .findFirst()
                .orElse(answers.get(0));
    }
}

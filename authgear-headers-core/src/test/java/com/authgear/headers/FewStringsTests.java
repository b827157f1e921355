package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FewStringsTests {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 9, 200})
    void setKeepsItsOrderAndCannotBeChanged(int size) {
        String[] members =
                IntStream.range(0, size).mapToObj(i -> "role" + (size - i)).toArray(String[]::new);
        Set<String> set = FewStrings.of(members.clone());

        assertThat(set).containsExactly(members).isUnmodifiable();
        assertThat(set.contains("role1")).isTrue();
        assertThat(set.contains("role0")).isFalse();
        assertThat(set).isEqualTo(Set.of(members)).hasSameHashCodeAs(Set.of(members));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 9, 200})
    void memberThatComesAgainCountsOnce(int size) {
        String[] members = Collections.nCopies(size, "a").toArray(String[]::new);
        members[size - 1] = "b";

        assertThat(FewStrings.of(members.clone()))
                .containsExactlyInAnyOrder(size == 2 ? members : new String[] {"a", "b"});
        members[size - 1] = "a";
        assertThat(FewStrings.of(members)).containsExactly("a");
    }

    @Test
    void onlyFewDistinctMembersAreLookedThrough() {
        assertThat(FewStrings.of(roles(8))).isInstanceOf(FewStrings.class);
        assertThat(FewStrings.of(roles(9))).isNotInstanceOf(FewStrings.class);
        assertThat(FewStrings.of(new String[] {"a", "b", "a"})).isNotInstanceOf(FewStrings.class);
        assertThat(FewStrings.of(new String[] {"a", "b", "b"})).isNotInstanceOf(FewStrings.class);
        assertThat(FewStrings.of(new String[] {"a", "a"})).isNotInstanceOf(FewStrings.class);
    }

    private static String[] roles(int size) {
        return IntStream.range(0, size).mapToObj(i -> "role" + i).toArray(String[]::new);
    }

    @Test
    void nullIsNoMember() {
        assertThat(FewStrings.of(new String[] {"a"}).contains(null)).isFalse();
    }
}

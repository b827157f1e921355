package com.authgear.headers;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A set that keeps its order, for few members, where a hash table is larger and no faster. Immutable. */
final class FewStrings extends AbstractSet<String> {
    private static final int FEW = 8;

    private final String[] members;

    private FewStrings(String[] members) {
        this.members = members;
    }

    /** The distinct members in the order of their first appearance; the array is kept. */
    static Set<String> of(String[] members) {
        return members.length <= FEW && areDistinct(members)
                ? new FewStrings(members)
                : Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(members)));
    }

    @Override
    public Iterator<String> iterator() {
        return List.of(members).iterator();
    }

    @Override
    public int size() {
        return members.length;
    }

    @Override
    public boolean contains(@Nullable Object other) {
        return Arrays.asList(members).contains(other);
    }

    // The superclass accepts these calls if they change nothing. All other changes fail at the iterator.

    @Override
    public boolean addAll(Collection<? extends String> others) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean remove(@Nullable Object other) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean removeAll(Collection<?> others) {
        throw new UnsupportedOperationException();
    }

    private static boolean areDistinct(String[] members) {
        for (int i = 1; i < members.length; i++) {
            for (int j = 0; j < i; j++) {
                if (members[i].equals(members[j])) {
                    return false;
                }
            }
        }
        return true;
    }
}

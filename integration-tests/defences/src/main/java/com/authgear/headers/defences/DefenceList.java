package com.authgear.headers.defences;

import java.util.List;
import java.util.stream.Stream;

/** All of them. What no request can show stands in {@code docs/attacks.md}: the comparison in constant time. */
final class DefenceList {
    static final List<Defence> ALL = Stream.of(
                    TrustDefences.ALL,
                    HeaderDefences.ALL,
                    RequestDefences.ALL,
                    PathDefences.ALL,
                    PeerDefences.ALL,
                    SpringDefences.ALL,
                    RecipeDefences.ALL)
            .flatMap(List::stream)
            .toList();

    private DefenceList() {}
}

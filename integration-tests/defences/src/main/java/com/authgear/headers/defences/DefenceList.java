package com.authgear.headers.defences;

import java.util.List;
import java.util.stream.Stream;

/**
 * All defences. The constant-time comparison is not among them, since no request can show it; see
 * {@code docs/attacks.md}.
 */
final class DefenceList {
    static final List<Defence> ALL = Stream.of(
                    TrustDefences.ALL,
                    HeaderDefences.ALL,
                    RequestDefences.ALL,
                    PathDefences.ALL,
                    PeerDefences.ALL,
                    SpringDefences.ALL,
                    LoginDefences.ALL,
                    RecipeDefences.ALL)
            .flatMap(List::stream)
            .toList();

    private DefenceList() {}
}

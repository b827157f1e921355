package com.authgear.headers.resolverstub;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last requests, oldest first; older ones are forgotten. Thread-safe. */
final class RecentRequests {
    static final int MAX = 100;

    private final Deque<RecordedRequest> requests = new ArrayDeque<>(MAX);

    synchronized void add(RecordedRequest request) {
        if (requests.size() == MAX) {
            requests.removeFirst();
        }
        requests.addLast(request);
    }

    synchronized List<RecordedRequest> list() {
        return List.copyOf(requests);
    }
}

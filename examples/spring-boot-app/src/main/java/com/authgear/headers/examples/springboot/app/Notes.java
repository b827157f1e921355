package com.authgear.headers.examples.springboot.app;

import com.authgear.headers.AuthgearPrincipal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.stereotype.Component;

/** The newest notes of all users, in memory. Thread-safe. */
@Component
class Notes {
    static final int LONGEST = 200;
    private static final int MOST = 500;

    private final Deque<Note> newestFirst = new ArrayDeque<>();

    private record Note(String userId, String text) {}

    synchronized void keep(AuthgearPrincipal user, String text) {
        newestFirst.addFirst(new Note(user.userId(), text));
        if (newestFirst.size() > MOST) {
            newestFirst.removeLast();
        }
    }

    synchronized List<String> of(AuthgearPrincipal user) {
        return newestFirst.stream()
                .filter(note -> note.userId().equals(user.userId()))
                .map(Note::text)
                .toList();
    }
}

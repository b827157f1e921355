package com.authgear.headers.examples.nginxjetty;

import static com.authgear.headers.harness.RowList.bearer;

import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Visitors who ask at any of the fronts who they are, until this is closed. */
final class Load implements AutoCloseable {
    private static final int THREADS = 4;
    /** What is sent, and what must come back: a user, or the 401 without one. */
    private static final Map<String, String> VISITORS = Map.of(
            bearer("alice"),
            "\"userId\":\"alice\"",
            bearer("bob"),
            "\"userId\":\"bob\"",
            "Cookie: session=carol",
            "\"userId\":\"carol\"",
            bearer("nobody"),
            "\"code\":\"invalid_token\"");

    private final List<Integer> fronts;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final Queue<String> mixedUp = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;

    Load(List<Integer> fronts) {
        this.fronts = fronts;
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(this::visit);
            threads.add(thread);
            thread.start();
        }
    }

    /** How many got an answer that is not an error of the proxy. */
    int answered() {
        return answered.get();
    }

    /** Answers that belong to somebody else. */
    List<String> mixedUp() {
        return List.copyOf(mixedUp);
    }

    @Override
    public void close() {
        stopped = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether everybody gets their own answer at a front. */
    static boolean allAreServed(int front) throws IOException {
        for (Map.Entry<String, String> visitor : VISITORS.entrySet()) {
            RawResponse answer = RawClient.of(front).send(RawRequest.get("/me", visitor.getKey()));
            if (!answer.body().contains(visitor.getValue())) {
                return false;
            }
        }
        return true;
    }

    private void visit() {
        List<Map.Entry<String, String>> visitors = List.copyOf(VISITORS.entrySet());
        while (!stopped) {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            Map.Entry<String, String> visitor = visitors.get(random.nextInt(visitors.size()));
            visit(fronts.get(random.nextInt(fronts.size())), visitor.getKey(), visitor.getValue());
        }
    }

    private void visit(int front, String credential, String expected) {
        try {
            RawResponse answer = RawClient.of(front).send(RawRequest.get("/me", credential));
            if (answer.status() >= 500) {
                return;
            }
            answered.incrementAndGet();
            if (!answer.body().contains(expected)) {
                mixedUp.add(credential + " got " + answer.status() + " " + answer.body());
            }
        } catch (IOException e) {
            // That front is down at the moment, or went down in the middle of the answer.
            return;
        }
    }
}

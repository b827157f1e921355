package com.authgear.headers.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.ProxyOfThisMachine;
import com.authgear.headers.harness.ProxyProgram;
import com.authgear.headers.harness.Started;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sends {@code soak.requests} requests while disturbances happen. */
final class SoakTests {
    private static final long REQUESTS = Long.getLong("soak.requests", 0);
    /** From one disturbance to the next: each comes once in 50,000 requests, but at least once. */
    private static final long STEP = REQUESTS / Math.max(1, REQUESTS / 50_000) / Disturbance.values().length;

    private final long seed = Long.getLong("soak.seed", System.nanoTime());
    private final Tally tally = new Tally();
    private final AtomicLong begun = new AtomicLong();
    private final List<Long> heap = new CopyOnWriteArrayList<>();
    private final List<Integer> threads = new CopyOnWriteArrayList<>();
    private final List<Future<Boolean>> clients = new CopyOnWriteArrayList<>();
    private volatile boolean mayEnd;

    @Test
    void everyAnswerIsForItsOwnRequestAndUser() throws Exception {
        Path nginx = ProxyOfThisMachine.orSkip(ProxyProgram.NGINX);
        System.out.println("The same requests again: -Dsoak.seed=" + seed);
        ExecutorService pool = Executors.newFixedThreadPool(32);
        try (Started started = Started.withExitHook()) {
            Site site = new Site(started, nginx);
            for (int i = 0; i < 32; i++) {
                clients.add(pool.submit(() -> send(site)));
            }
            while (!isOver()) {
                disturb(site);
            }
            for (Future<Boolean> client : clients) {
                client.get();
            }
        } finally {
            mayEnd = true;
            pool.shutdown();
        }
        tally.counts.forEach((what, count) -> System.out.printf("%9d %s%n", count, what));
        System.out.printf("MiB after garbage collections %s, threads %s%n", heap, threads);
        assertThat(tally.wrong).isEmpty();
        assertThat(tally.asExpected).containsAll(Kind.WEIGHTED);
        assertThat(tally.counts).containsKeys("answered by jetty", "answered by tomcat");
        assertThat(Disturbance.values()).extracting(Disturbance::effect).isSubsetOf(tally.counts.keySet());
        assertThat(tally.counts.getOrDefault("honest OWN_USER", 0L))
                .isGreaterThan(tally.counts.getOrDefault("honest", 0L) / 2);
        assertThat(heap.get(9)).isLessThanOrEqualTo(Math.max(heap.get(1) * 3 / 2, heap.get(1) + 8));
        assertThat(threads.get(9)).isLessThanOrEqualTo(Math.max(threads.get(1) * 3 / 2, threads.get(1) + 16));
        assertThat(Files.readAllLines(Path.of("target/soak.log"), StandardCharsets.ISO_8859_1))
                .as("clients cannot fill the disk")
                .noneMatch(line -> line.contains("[SEVERE]"))
                .hasSizeLessThan(100 + (int) (REQUESTS / 2_000));
    }

    @ParameterizedTest
    @CsvSource({"mark,other", "user-1,user-2", "Verified=false,Verified=true", "role_1,role_2", "x_1,x_2", "001,002"})
    void oneFieldOfAnotherRequestOrUserIsForeign(String own, String other) {
        Shot shot = shot("honest");
        String answer = "jetty" + EchoServlet.text("mark", Optional.of(shot.user()));
        assertThat(shot.outcome(200, answer)).isEqualTo(Outcome.OWN_USER);
        assertThat(shot.outcome(200, answer.replace(own, other))).isEqualTo(Outcome.FOREIGN);
    }

    /** A disturbance explains only the outcomes that it can cause, and none past the proxy. */
    @ParameterizedTest
    @CsvSource({
        "honest, OWN_USER, 0, 0",
        "honest, SERVER_ERROR, 0, 1",
        "honest, UNAUTHORIZED, 0, 1",
        "honest, LOST, 0, 1",
        "honest, FOREIGN, 1, 1",
        "forged, OWN_USER, 1, 1",
        "past, OWN_USER, 1, 1",
        "past, SERVER_ERROR, 1, 1"
    })
    void unexplainedOutcomeIsWrong(String group, Outcome outcome, int disturbed, int undisturbed) {
        List.of(Disturbance.values()).forEach(tally::begin);
        tally.count(shot(group), outcome, tally.now(), "");
        assertThat(tally.wrong).hasSize(disturbed);
        List.of(Disturbance.values()).forEach(tally::end);
        tally.count(shot(group), outcome, tally.now(), "");
        assertThat(tally.wrong).hasSize(disturbed + undisturbed);
    }

    /**
     * Sends more requests than were asked for if a disturbance is still to come. Records the resources in use ten
     * times.
     */
    private boolean send(Site site) throws IOException {
        try (Client client = new Client(site, tally)) {
            for (long n = begun.getAndIncrement(); n < REQUESTS || !mayEnd; n = begun.getAndIncrement()) {
                client.send(Shot.of(seed, n));
                if (n < REQUESTS && (n + 1) % (REQUESTS / 10) == 0) {
                    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
                    memory.gc();
                    heap.add(memory.getHeapMemoryUsage().getUsed() >> 20);
                    threads.add(ManagementFactory.getThreadMXBean().getThreadCount());
                }
            }
            return true;
        }
    }

    /** Each disturbance once, with quiet times between. */
    private void disturb(Site site) throws IOException {
        for (Disturbance disturbance : Disturbance.values()) {
            await(STEP * 3 / 4, Long.MAX_VALUE);
            tally.begin(disturbance);
            disturbance.begin(site);
            await(STEP / 4, 300);
            disturbance.end(site);
            tally.end(disturbance);
        }
        mayEnd = true;
    }

    /** Waits for so many more requests, but no longer than so many milliseconds. */
    private void await(long more, long millis) {
        long enough = begun.get() + more;
        Site.await(millis, () -> begun.get() >= enough || isOver());
    }

    private boolean isOver() {
        return clients.stream().allMatch(Future::isDone);
    }

    private static Shot shot(String group) {
        Kind first = Kind.WEIGHTED.stream()
                .filter(kind -> kind.group().equals(group))
                .findFirst()
                .orElseThrow();
        return new Shot(first, Site.user(1), "mark", 0);
    }
}

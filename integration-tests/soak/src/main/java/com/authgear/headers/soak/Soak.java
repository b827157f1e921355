package com.authgear.headers.soak;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sends the requests, and meanwhile lets things go wrong. */
final class Soak {
    private final SoakOptions options;
    private final Plan plan;
    private final Timeline timeline = new Timeline();
    private final Tally tally = new Tally();
    private final Progress progress;

    private Soak(SoakOptions options) {
        this.options = options;
        plan = new Plan(options.seed());
        progress = new Progress(options.requests());
    }

    /**
     * Does it all.
     *
     * @param options how much of it
     * @param nginx the program
     * @param configuration the folder of the example's NGINX files
     */
    static SoakResult run(SoakOptions options, Path nginx, Path configuration)
            throws IOException, InterruptedException {
        try (Site site = new Site(nginx, configuration)) {
            return new Soak(options).run(site);
        }
    }

    private SoakResult run(Site site) throws InterruptedException {
        Disturber disturber = new Disturber(site, options, progress, timeline, tally);
        Memory memory = new Memory(options, progress, site.nginx()::workers);
        List<Thread> watching = List.of(start("disturber", disturber), start("memory", memory));
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < options.connections(); i++) {
            clients.add(start("client-" + i, () -> sendAll(site)));
        }
        join(clients);
        Duration duration = Duration.ofNanos(timeline.now());
        progress.finish();
        join(watching);
        return new SoakResult(tally, memory.samples(), options, duration);
    }

    private void sendAll(Site site) {
        try (Sender sender = new Sender(site, timeline)) {
            for (long number = progress.next(); number >= 0; number = progress.next()) {
                Shot shot = plan.shot(number);
                tally.count(shot, sender.send(shot), timeline);
                progress.done();
            }
        } catch (IOException | RuntimeException e) {
            tally.tell("a client failed: " + e);
        }
    }

    private static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.start();
        return thread;
    }

    private static void join(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }
}

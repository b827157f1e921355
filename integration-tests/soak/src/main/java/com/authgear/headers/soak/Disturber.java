package com.authgear.headers.soak;

import com.authgear.headers.resolverstub.Fault;
import java.io.IOException;
import java.time.Duration;

/** Lets one thing after another go wrong while requests are sent, each at least once, with quiet times between. */
final class Disturber implements Runnable {
    private static final Duration LONGEST = Duration.ofMillis(300);
    /** In time for NGINX. */
    private static final Fault LATE = new Fault.Slow(Duration.ofMillis(40));

    private final Site site;
    private final Progress progress;
    private final Timeline timeline;
    private final Tally tally;
    private final long step;

    Disturber(Site site, SoakOptions options, Progress progress, Timeline timeline, Tally tally) {
        this.site = site;
        this.progress = progress;
        this.timeline = timeline;
        this.tally = tally;
        step = Math.max(1, options.requests() / (options.rounds() * Disturbance.values().length));
    }

    @Override
    public void run() {
        try {
            round();
            progress.allowEnd();
            while (!progress.isOver()) {
                round();
            }
        } catch (IOException | RuntimeException e) {
            tally.tell("a disturbance failed: " + e);
        } finally {
            progress.allowEnd();
        }
    }

    private void round() throws IOException {
        for (Disturbance disturbance : Disturbance.values()) {
            progress.await(progress.count() + step - disturbed());
            if (!progress.isOver()) {
                disturb(disturbance);
            }
        }
    }

    private long disturbed() {
        return step / 4;
    }

    private void disturb(Disturbance disturbance) throws IOException {
        timeline.begin(disturbance);
        begin(disturbance);
        progress.await(progress.count() + disturbed(), LONGEST);
        end(disturbance);
        timeline.end(disturbance);
        tally.count(disturbance);
    }

    private void begin(Disturbance disturbance) throws IOException {
        Resolver resolver = site.resolver();
        switch (disturbance) {
            case SLOW -> resolver.fault(LATE);
            case ERROR_JSON -> resolver.fault(Fault.Simple.ERROR_JSON);
            case ERROR_TEXT -> resolver.fault(Fault.Simple.ERROR_TEXT);
            case NOT_FOUND -> resolver.fault(Fault.Simple.NOT_FOUND);
            case NO_HEADERS -> resolver.fault(Fault.Simple.NO_HEADERS);
            case KILLED -> resolver.kill();
            case HUNG -> resolver.fault(Fault.Simple.HANG);
            case RELOADED -> site.nginx().reload();
            case RELOADED_WHILE_SLOW -> {
                resolver.fault(LATE);
                site.nginx().reload();
            }
        }
    }

    private void end(Disturbance disturbance) throws IOException {
        Resolver resolver = site.resolver();
        switch (disturbance) {
            case KILLED -> resolver.restart();
            case HUNG -> {
                resolver.kill();
                resolver.restart();
            }
            default -> resolver.fault(Fault.Simple.NONE);
        }
    }
}

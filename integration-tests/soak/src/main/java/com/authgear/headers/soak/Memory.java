package com.authgear.headers.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Samples what this process, which is clients, backends and resolver at once, and NGINX hold on to. */
final class Memory implements Runnable {
    private static final int SAMPLES = 10;
    private static final long KILO = 1024;
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    private final SoakOptions options;
    private final Progress progress;
    private final Supplier<List<ProcessHandle>> workers;
    private final List<Sample> samples = new ArrayList<>();

    Memory(SoakOptions options, Progress progress, Supplier<List<ProcessHandle>> workers) {
        this.options = options;
        this.progress = progress;
        this.workers = workers;
    }

    @Override
    public void run() {
        for (int i = 1; i <= SAMPLES; i++) {
            progress.await(options.requests() * i / SAMPLES);
            take(100 * i / SAMPLES);
        }
    }

    synchronized List<Sample> samples() {
        return List.copyOf(samples);
    }

    private synchronized void take(int percent) {
        MemoryMXBean heap = ManagementFactory.getMemoryMXBean();
        heap.gc();
        samples.add(new Sample(
                percent,
                heap.getHeapMemoryUsage().getUsed(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                openFiles(),
                workers.get().stream().mapToLong(Memory::resident).sum()));
    }

    /** Where the system tells it. */
    private static long resident(ProcessHandle process) {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KILO)
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            // It has ended meanwhile, or this is another system.
            return 0;
        }
    }

    private static long openFiles() {
        try (Stream<Path> files = Files.list(OPEN_FILES)) {
            return files.count();
        } catch (IOException e) {
            return 0;
        }
    }
}

package com.authgear.headers.soak;

import java.util.List;

/**
 * What is held on to at one moment; 0 where the system does not tell.
 *
 * @param percent how much of the run is over
 * @param heap the bytes in use after a garbage collection
 * @param threads the threads
 * @param openFiles sockets and files
 * @param workers the resident bytes of the workers of NGINX, which are new after each reload
 */
record Sample(int percent, long heap, int threads, long openFiles, long workers) {
    private static final int WARM = 20;
    /** For what fills up only now and then, such as a pool of buffers. */
    private static final long SPARE_BYTES = 8L * 1024 * 1024;

    private static final int SPARE_THREADS = 16;

    /** Whether the last one holds on to about as much as the one that was taken when all was warm. */
    static boolean flat(List<Sample> samples) {
        Sample last = samples.get(samples.size() - 1);
        return samples.stream().anyMatch(sample -> sample.percent == WARM && last.isLike(sample));
    }

    private boolean isLike(Sample warm) {
        return isLike(heap, warm.heap, SPARE_BYTES) && isLike(threads, warm.threads, SPARE_THREADS);
    }

    private static boolean isLike(long now, long before, long spare) {
        return now <= Math.max(before + before / 2, before + spare);
    }
}

package com.authgear.headers.soak;

import java.util.List;
import java.util.SplittableRandom;

/** Decides what the n-th request is: the same for the same seed. Immutable. */
final class Plan {
    private static final int RADIX = 36;
    private static final int TOTAL = Kind.all().stream().mapToInt(Kind::weight).sum();

    private final long seed;

    Plan(long seed) {
        this.seed = seed;
    }

    Shot shot(long number) {
        // Twice, since the streams of two neighbouring seeds may overlap.
        SplittableRandom random = new SplittableRandom(new SplittableRandom(seed + number).nextLong());
        Kind kind = pick(random.nextInt(TOTAL));
        Target target = target(kind, random.nextBoolean());
        String mark = Long.toString(number, RADIX) + "-" + Long.toUnsignedString(random.nextLong(), RADIX);
        return Shot.of(kind, target, People.get(random.nextLong()), mark, random.nextLong());
    }

    private static Kind pick(int point) {
        List<Kind> kinds = Kind.all();
        int left = point;
        int index = 0;
        while (left >= kinds.get(index).weight()) {
            left -= kinds.get(index).weight();
            index++;
        }
        return kinds.get(index);
    }

    private static Target target(Kind kind, boolean jetty) {
        if (!kind.past()) {
            return Target.NGINX;
        }
        return jetty ? Target.JETTY : Target.TOMCAT;
    }
}

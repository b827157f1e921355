package com.authgear.headers.soak;

import java.util.Optional;

/**
 * Whether what became of a request is right.
 *
 * @param right whether it is
 * @param cause what explains it, where it is right only because something was wrong meanwhile
 */
record Verdict(boolean right, Optional<Disturbance> cause) {
    static Verdict of(Shot shot, Reply reply, Timeline timeline) {
        if (shot.kind().expected().contains(reply.outcome())) {
            return new Verdict(true, Optional.empty());
        }
        Optional<Disturbance> cause =
                shot.target() == Target.NGINX ? cause(shot.kind(), reply, timeline) : Optional.empty();
        return new Verdict(cause.isPresent(), cause);
    }

    private static Optional<Disturbance> cause(Kind kind, Reply reply, Timeline timeline) {
        for (Disturbance disturbance : Disturbance.values()) {
            if (disturbance.harm().explains(kind, reply.outcome()) && timeline.touched(disturbance, reply.since())) {
                return Optional.of(disturbance);
            }
        }
        return Optional.empty();
    }
}

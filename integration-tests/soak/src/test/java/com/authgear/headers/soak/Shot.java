package com.authgear.headers.soak;

import com.authgear.headers.AuthgearPrincipal;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * One request to send: its kind, a user's credential if the kind has one, and a mark that the answer must repeat. The
 * random number chooses the backend, if it goes past the proxy, and where it is broken off.
 */
record Shot(Kind kind, AuthgearPrincipal user, String mark, long dice) {
    /** The request with a number: the same one for the same seed. */
    static Shot of(long seed, long number) {
        // Seeded twice, since the streams of two neighbouring seeds may overlap.
        SplittableRandom random = new SplittableRandom(new SplittableRandom(seed + number).nextLong());
        Kind kind = Kind.WEIGHTED.get(random.nextInt(Kind.WEIGHTED.size()));
        String mark = number + "-" + Long.toHexString(random.nextLong());
        return new Shot(kind, Site.user(random.nextInt(Site.USERS)), mark, random.nextLong());
    }

    Outcome outcome(int status, String body) {
        String text = body.replaceFirst("^\\w+", "");
        if (status == 200 && text.equals(EchoServlet.text(mark, Optional.of(user)))) {
            return Outcome.OWN_USER;
        }
        if (status == 200 && text.equals(EchoServlet.text(mark, Optional.empty()))) {
            return Outcome.NO_USER;
        }
        return switch (status / 100) {
            case 4 -> status == 401 ? Outcome.UNAUTHORIZED : Outcome.REJECTED;
            case 5 -> Outcome.SERVER_ERROR;
            default -> Outcome.FOREIGN;
        };
    }
}

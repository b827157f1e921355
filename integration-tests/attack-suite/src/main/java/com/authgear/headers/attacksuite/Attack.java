package com.authgear.headers.attacksuite;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.harness.RawRequest;

/**
 * One row of the table.
 *
 * @param id the kind of attack, as in {@code docs/attacks.md}
 * @param title what is special about the request, for people
 * @param deployment the set-up that it is sent to
 * @param peer the last byte of the address that it is sent from
 * @param request the bytes
 * @param outcome what must come of it
 * @param twin what an honest client or proxy sends most like it, from the proxy's address
 * @param twinOutcome what must come of that
 */
public record Attack(
        String id,
        String title,
        Deployment deployment,
        int peer,
        RawRequest request,
        Outcome outcome,
        RawRequest twin,
        Outcome twinOutcome) {

    static Draft attack(String id, String title) {
        return new Draft(id, title, Deployment.SECRET, Honest.PROXY, Honest.request(), Honest.request(), user());
    }

    static Outcome user() {
        return user(Honest.USER);
    }

    static Outcome user(AuthgearPrincipal user) {
        return new Served(WhoServlet.describe(user), "user");
    }

    @Override
    public String toString() {
        return id + " " + title + " -> " + outcome;
    }

    /** A row that lacks its outcome. Immutable. */
    record Draft(
            String id,
            String title,
            Deployment deployment,
            int peer,
            RawRequest request,
            RawRequest twin,
            Outcome twinOutcome) {

        Draft on(Deployment other) {
            return new Draft(id, title, other, peer, request, twin, twinOutcome);
        }

        Draft from(int lastByte) {
            return new Draft(id, title, deployment, lastByte, request, twin, twinOutcome);
        }

        Draft sends(RawRequest other) {
            return new Draft(id, title, deployment, peer, other, twin, twinOutcome);
        }

        /** By default the twin is the honest request, and its outcome the honest user. */
        Draft twin(RawRequest other) {
            return twin(other, twinOutcome);
        }

        Draft twin(RawRequest other, Outcome otherOutcome) {
            return new Draft(id, title, deployment, peer, request, other, otherOutcome);
        }

        Attack refused(String code) {
            return becomes(new Refused(code));
        }

        /** Some containers answer 400, or hang up, before the filter sees anything. */
        Attack refusedOrRejected(String... codes) {
            return becomes(RefusedOrRejected.of(codes));
        }

        Attack becomes(Outcome outcome) {
            return new Attack(id, title, deployment, peer, request, outcome, twin, twinOutcome);
        }
    }
}

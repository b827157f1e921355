package com.authgear.headers.soak;

import com.authgear.headers.harness.RawResponse;
import java.util.List;

/** Requests of a kind, and answers to them. */
final class Shots {
    static final String MARK = "this-one";

    private Shots() {}

    static Shot of(String kind) {
        Kind found = Kind.all().stream()
                .filter(each -> each.toString().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(kind));
        Target target = found.past() ? Target.JETTY : Target.NGINX;
        return Shot.of(found, target, People.get(1), MARK, 0);
    }

    static RawResponse ok(String echo) {
        return new RawResponse(200, List.of(), "jetty " + echo);
    }
}

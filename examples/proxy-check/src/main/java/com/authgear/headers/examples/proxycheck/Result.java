package com.authgear.headers.examples.proxycheck;

import java.util.Optional;

/**
 * The result of one check.
 *
 * @param check what was checked
 * @param verdict the verdict
 * @param finding what was found, empty if it was skipped
 */
public record Result(Check check, Verdict verdict, Optional<Finding> finding) {
    /** Whether the proxy does what it must. */
    public enum Verdict {
        HELD,
        FAILED,
        SKIPPED
    }

    static Result of(Check check, Finding finding) {
        return new Result(check, finding.holds() ? Verdict.HELD : Verdict.FAILED, Optional.of(finding));
    }

    static Result skipped(Check check) {
        return new Result(check, Verdict.SKIPPED, Optional.empty());
    }

    public String name() {
        return check.name();
    }

    public boolean failed() {
        return verdict == Verdict.FAILED;
    }
}

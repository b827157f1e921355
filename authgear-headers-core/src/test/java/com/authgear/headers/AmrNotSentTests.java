package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What needs the methods of a login says once that no released server sends them. */
final class AmrNotSentTests {
    private final RecordingLogger logger = new RecordingLogger();

    @Test
    void warningNamesTheCauseAndWhatIsRefusedAndIsNotRepeated() {
        OneTimeWarnings warnings = new OneTimeWarnings(logger);
        warnings.amrNotSent("StepUpRule[amr=mfa]");
        warnings.amrNotSent("StepUpRule[amr=otp]");
        assertThat(logger.lines())
                .singleElement()
                .asString()
                .contains(
                        "WARNING",
                        "StepUpRule[amr=mfa] needs",
                        "no released Authgear server",
                        "pkg/lib/session/attrs.go",
                        "every user is refused");
    }

    /** Neither an empty header nor a filled one: servers send the empty one with every session. */
    @Test
    void parserDoesNotWarn() {
        AuthgearHeaderParser.Builder builder = AuthgearHeaderParser.builder();
        builder.oneTimeWarnings = new OneTimeWarnings(logger);
        AuthgearHeaderParser parser = builder.build();
        parser.parse(Headers.valid().without(AuthgearHeader.SESSION_AMR).with(AuthgearHeader.SESSION_AMR, ""));
        parser.parse(Headers.valid());
        assertThat(logger.lines()).isEmpty();
    }
}

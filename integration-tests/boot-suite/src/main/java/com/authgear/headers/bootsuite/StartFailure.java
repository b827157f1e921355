package com.authgear.headers.bootsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractStringAssert;
import org.springframework.boot.test.system.CapturedOutput;

/** What the application prints when it refuses to start. */
final class StartFailure {
    private static final String TITLE = "APPLICATION FAILED TO START";

    private StartFailure() {}

    static AbstractStringAssert<?> of(Setup setup, Container container, CapturedOutput output) {
        int before = output.getAll().length();
        assertThatThrownBy(() -> setup.start(container).close()).isNotNull();
        String printed = output.getAll().substring(before);
        assertThat(printed).contains(TITLE);
        return assertThat(printed.substring(printed.indexOf(TITLE))).contains("Description:", "Action:");
    }
}

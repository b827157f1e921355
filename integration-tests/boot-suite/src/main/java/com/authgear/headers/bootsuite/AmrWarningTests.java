package com.authgear.headers.bootsuite;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** An application that needs the methods of a login is told at start, once, that no released server sends them. */
@ExtendWith(OutputCaptureExtension.class)
final class AmrWarningTests {
    private static final String WARNING =
            "needs the methods of a login, and no released Authgear server sends them: GetAMR"
                    + " in pkg/lib/session/attrs.go asserts []string, and a stored session holds []any. Until the server is mended"
                    + " every user is refused";

    private static final Setup SETUP = Setup.secret();

    @Test
    void annotationsWarnOnce(CapturedOutput output) throws ReflectiveOperationException {
        start(SETUP.with(StepUpController.class).with(StepUpController.Vault.class));
        assertThat(output).containsOnlyOnce(WARNING);
    }

    @Test
    void rulesAboutRequestsWarnOnce(CapturedOutput output) throws ReflectiveOperationException {
        start(SETUP.with(StepUpChainTests.Chain.class));
        assertThat(output).containsOnlyOnce(WARNING);
    }

    @Test
    void factorsThatAreStatedWarnOnce(CapturedOutput output) throws ReflectiveOperationException {
        start(SETUP.with("authgear.headers.factors.mfa=FACTOR_MFA"));
        assertThat(output).containsOnlyOnce(WARNING).contains("A factor of {mfa=FACTOR_MFA,");
    }

    @Test
    void applicationThatNeedsNoMethodIsNotWarned(CapturedOutput output) throws ReflectiveOperationException {
        start(SETUP);
        assertThat(output).doesNotContain("methods of a login");
    }

    /** As in a new process: other tests of this one have caused the warning. */
    private static void start(Setup setup) throws ReflectiveOperationException {
        Class<?> type = Class.forName("com.authgear.headers.OneTimeWarnings");
        Field warnings = type.getDeclaredField("OF_THIS_PROCESS");
        Field done = type.getDeclaredField("amrNotSent");
        warnings.setAccessible(true);
        done.setAccessible(true);
        ((AtomicBoolean) done.get(warnings.get(null))).set(false);
        setup.start(Container.TOMCAT).close();
    }
}

package com.authgear.headers.spring.stepup;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.StepUpResult;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.security.authorization.AuthorizationDeniedException;

@Timeout(30)
final class StepUpDecisionsTests {
    private final AuthorizationDeniedException denied = new AuthorizationDeniedException(
            "denied", new StepUpAuthorizationDecision(new StepUpResult.Challenge(Duration.ofMinutes(5), Set.of())));

    @Test
    void denialIsFoundAmongTheCauses() {
        Throwable thrown = denied;
        for (int i = 0; i < 50; i++) {
            assertThat(denied(thrown)).isSameAs(denied);
            thrown = new IllegalStateException(thrown);
        }
    }

    @Test
    void searchOfACircleOfCausesEnds() {
        Throwable first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));
        assertThat(denied(first)).isNull();
    }

    @Test
    void denialInACircleOfCausesIsFound() {
        Throwable outer = new IllegalStateException(denied);
        denied.initCause(outer);
        assertThat(denied(outer)).isSameAs(denied);
    }

    @Test
    void searchOfEndlessCausesEnds() {
        assertThat(denied(new Endless())).isNull();
    }

    private static final class Endless extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Throwable getCause() {
            return new Endless();
        }
    }

    private static @Nullable AuthorizationDeniedException denied(Throwable thrown) {
        return StepUpDecisions.denied(thrown, StepUpAuthorizationDecision.class::isInstance);
    }
}

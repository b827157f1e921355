package com.authgear.headers.spring.stepup;

import java.time.Clock;
import org.springframework.security.core.Authentication;

/** An {@link Authentication} with the clock by which the time of its login was read, for rules about it. */
public interface StepUpClock {
    /** {@return the clock} */
    Clock clock();

    /**
     * Finds the clock of an authentication.
     *
     * @param authentication any
     * @return its clock, or the system's if it has none
     */
    static Clock of(Authentication authentication) {
        return authentication instanceof StepUpClock own ? own.clock() : Clock.systemUTC();
    }
}

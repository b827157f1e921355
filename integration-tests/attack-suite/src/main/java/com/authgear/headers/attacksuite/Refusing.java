package com.authgear.headers.attacksuite;

import com.authgear.headers.servlet.AuthgearHeadersFilter;
import com.authgear.headers.servlet.StepUpFilter;
import java.time.Duration;

/** An application that refuses by the filter, by a rule of step-up, and by a servlet of its own. */
final class Refusing {
    /** Requires no identity. */
    static final String HEALTH = "/public/health";

    /** Requires a recent login. */
    static final String RECENT = "/recent/who";

    /** Its servlet requires a user. */
    static final String SENSITIVE = "/public/sensitive";

    private Refusing() {}

    static Application application() {
        return application(Deployment.SECRET.filter());
    }

    static Application application(AuthgearHeadersFilter filter) {
        return Application.behind(filter)
                .filter(
                        StepUpFilter.builder()
                                .requireRecent(Duration.ofMinutes(5), "/recent/*")
                                .build(),
                        "/*")
                .servlet(new PageServlet("well"), HEALTH)
                .servlet(new WhoServlet(), Honest.PAGE, Honest.PUBLIC_PAGE, RECENT, ServletContainer.ERROR_PAGE)
                .servlet(new HandoverServlet(), "/public/on/*")
                .servlet(new SensitiveServlet(), SENSITIVE, HandoverServlet.TARGET);
    }
}

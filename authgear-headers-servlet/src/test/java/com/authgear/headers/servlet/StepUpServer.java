package com.authgear.headers.servlet;

import com.authgear.headers.AuthgearPrincipal;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.eclipse.jetty.http.UriCompliance;

/** A Jetty with both filters and a fixed clock, and users whose logins are a number of seconds old. */
final class StepUpServer {
    static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private StepUpServer() {}

    static JettyServer with(Consumer<AuthgearHeadersFilter.Builder> options, StepUpFilter.Builder rules) {
        AuthgearHeadersFilter.Builder builder =
                AuthgearHeadersFilter.builder(Requests.secret()).clock(CLOCK);
        options.accept(builder);
        StepUpFilter stepUp = rules.build();
        return JettyServer.with(builder.build())
                .context(context -> context.addServletContainerInitializer((classes, app) -> stepUp.register(app)))
                .http(http -> http.setUriCompliance(UriCompliance.UNSAFE));
    }

    static AuthgearPrincipal user(long age, String... amr) {
        return known(amr).authenticatedAt(NOW.minusSeconds(age)).build();
    }

    static AuthgearPrincipal.Builder known(String... amr) {
        return AuthgearPrincipal.builder("alice").canReauthenticate(true).amr(List.of(amr));
    }

    /** Counts the requests that reach the application. */
    static final class Counter extends HttpServlet {
        private static final long serialVersionUID = 1L;

        final AtomicInteger reached = new AtomicInteger();

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            reached.incrementAndGet();
            response.getWriter().print("done");
        }
    }
}

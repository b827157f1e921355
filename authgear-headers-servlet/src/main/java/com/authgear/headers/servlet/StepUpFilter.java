package com.authgear.headers.servlet;

import com.authgear.headers.StepUpResult;
import com.authgear.headers.StepUpRule;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Requires a recent login, or a login by certain methods, on some paths (RFC 9470). It runs behind an
 * {@link AuthgearHeadersFilter}, whose handlers answer: the plain 401 if there is no user, a 401 with
 * {@code error="insufficient_user_authentication"} if the user can log in again, else a 403.
 *
 * <p>A rule holds however the application's router reads the path: raw, decoded, normalised, without parameters,
 * without regard to case, or as an earlier filter rewrote it. Paths are compared from the context's root on, with or
 * without a slash at the end. A request target that is not plain in the sense of
 * {@link AuthgearHeadersFilter.Builder#publicPaths} must satisfy every rule; if it fails only rules of other paths,
 * the answer is a 400 with the code {@code ambiguous_target}, since another login would not help. What the container
 * rewrites before all filters, as Tomcat's {@code RewriteValve} does, cannot be detected: rules are compared with the
 * result.
 *
 * <p>Rules hold for the paths of <em>requests</em>, as servlet security constraints do. The target of a forward can
 * call {@link AuthgearRequests#require(HttpServletRequest, HttpServletResponse, StepUpRule)}. Or the descriptor maps
 * this filter to FORWARD and ASYNC, too: then each such dispatch is checked, by its own path. INCLUDE and ERROR are
 * never checked.
 *
 * <p>A proxy cache of the resolver's answers must be bypassed on these paths, or a new login is seen late. Thread-safe.
 */
public final class StepUpFilter implements Filter {
    private final System.Logger logger;
    private volatile @Nullable StepUpPaths paths;

    /** For {@code web.xml}: configured by init-params, see {@link #init}. */
    public StepUpFilter() {
        logger = new Builder().logger;
    }

    StepUpFilter(StepUpPaths paths, System.Logger logger) {
        this.paths = paths;
        this.logger = logger;
    }

    /** {@return a builder without rules} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Adds this filter to an application: all paths, requests only, async. Call it <em>after</em>
     * {@link AuthgearHeadersFilter#register}; otherwise every request under a rule fails.
     *
     * @param context the application
     * @return the registration
     * @throws IllegalStateException if the application already has such a filter
     */
    public FilterRegistration.Dynamic register(ServletContext context) {
        return AuthgearIdentityFilter.register(context, this, EnumSet.of(DispatcherType.REQUEST));
    }

    /**
     * Reads the init-params of {@code web.xml}; does not if this filter came from the builder. They are
     * {@code requireRecent}, such as {@code 5m /account/*, /transfer}, and {@code requireAmr}, such as
     * {@code mfa /admin/*}, with one rule on each line: an age, or methods joined by {@code +}, and then url-patterns
     * separated by commas. The root of the context is {@code ""}. {@code justNow}, such as {@code 2m}, holds for every
     * {@code requireAmr}, see {@link StepUpRule#justNow(Duration)}.
     *
     * @param config the filter's configuration
     * @throws ServletException if there is no rule, or one is unknown, malformed or contradictory; the message says
     *     which
     */
    @Override
    public void init(FilterConfig config) throws ServletException {
        StepUpPaths ready = paths;
        if (ready == null) {
            ready = new StepUpParameters(config).paths();
            paths = ready;
        }
        UpgradeOrder.check(config);
        logger.log(Level.INFO, "Authgear step-up: " + config.getServletContext().getContextPath() + "/: " + ready);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest httpRequest
                && response instanceof HttpServletResponse httpResponse)) {
            throw new ServletException("StepUpFilter protects HTTP requests only");
        }
        boolean admitted = switch (request.getDispatcherType()) {
            case REQUEST, FORWARD, ASYNC -> admits(httpRequest, httpResponse);
            case INCLUDE, ERROR -> true;
        };
        if (admitted) {
            chain.doFilter(request, response);
        }
    }

    /** Whether the request satisfies its rules; if not, it has been answered. */
    private boolean admits(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Target target = Target.of(request);
        Optional<StepUpRule> rule = ready().rule(target);
        if ((rule.isEmpty() && target.plain())
                || AuthgearRequests.decision(request).exempt()) {
            return true;
        }
        if (rule.isPresent()
                && AuthgearRequests.require(request, response, rule.get()).isEmpty()) {
            return false;
        }
        if (target.plain() || satisfies(request, ready().everyRule())) {
            return true;
        }
        AuthgearRequests.refuser(request).ambiguousTarget(request, response);
        return false;
    }

    /** Whether there is a user whose login satisfies a rule. */
    private static boolean satisfies(HttpServletRequest request, StepUpRule rule) {
        return AuthgearRequests.principal(request)
                .map(user -> AuthgearRequests.refuser(request).evaluate(user, rule))
                .filter(result -> !(result instanceof StepUpResult.Unsatisfied))
                .isPresent();
    }

    private StepUpPaths ready() throws ServletException {
        StepUpPaths ready = paths;
        if (ready == null) {
            throw new ServletException("StepUpFilter was not initialised: call init, or use its builder");
        }
        return ready;
    }

    /**
     * Collects the rules. If several patterns cover a path, all their rules hold. Patterns are {@code /exact},
     * {@code /prefix/*}, {@code *.extension}, {@code /*}, or the empty one for the root of the context, and are
     * compared without regard to case. A message about a wrong rule names its pattern. Not thread-safe.
     */
    public static final class Builder {
        System.Logger logger = System.getLogger(StepUpFilter.class.getName());
        private final Map<String, StepUpRule> rules = new LinkedHashMap<>();

        Builder() {}

        /**
         * Requires a login that is not older than this.
         *
         * @param maxAge whole seconds, from one to 365 days
         * @param patterns one or more url-patterns
         * @return this
         * @throws IllegalArgumentException if the age or a pattern is invalid, or a pattern already has another age
         */
        public Builder requireRecent(Duration maxAge, String... patterns) {
            return add("requireRecent " + maxAge, () -> StepUpRule.recentLogin(maxAge), patterns);
        }

        /**
         * Requires a login by this method; for more than one, or for another {@link StepUpRule#justNow(Duration)
         * justNow}, use {@link #require}. It refuses every user of the Authgear servers released so far, see
         * {@link StepUpRule#amr}.
         *
         * @param method a value of {@link com.authgear.headers.AuthenticationMethods}, except the device token
         * @param patterns one or more url-patterns
         * @return this
         * @throws IllegalArgumentException if the method or a pattern is invalid, or a pattern already has other
         *     methods
         */
        public Builder requireAmr(String method, String... patterns) {
            return add("requireAmr " + method, () -> StepUpRule.amr(method), patterns);
        }

        /**
         * Requires a login that satisfies a rule.
         *
         * @param rule the rule
         * @param patterns one or more url-patterns
         * @return this
         * @throws IllegalArgumentException if a pattern is invalid, or already has another age or other methods
         */
        public Builder require(StepUpRule rule, String... patterns) {
            return add("require " + rule, () -> rule, patterns);
        }

        /**
         * {@return the filter}
         *
         * @throws IllegalArgumentException if there is no rule: the filter would protect nothing
         */
        public StepUpFilter build() {
            return new StepUpFilter(paths(), logger);
        }

        StepUpPaths paths() {
            if (rules.isEmpty()) {
                throw new IllegalArgumentException("there is no step-up rule, so that nothing would be protected");
            }
            return new StepUpPaths(new LinkedHashMap<>(rules));
        }

        Builder add(String what, Supplier<StepUpRule> rule, String... patterns) {
            if (patterns.length == 0) {
                throw new IllegalArgumentException("step-up rule \"" + what + "\": it names no url-pattern");
            }
            for (String pattern : patterns) {
                try {
                    add(pattern, rule.get());
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(
                            "step-up rule \"" + what + "\" for \"" + pattern + "\": " + e.getMessage(), e);
                }
            }
            return this;
        }

        private void add(String pattern, StepUpRule rule) {
            UrlPattern.parse(pattern);
            rules.merge(pattern, rule, Builder::both);
        }

        private static StepUpRule both(StepUpRule earlier, StepUpRule rule) {
            boolean ages = earlier.maxAge().isPresent()
                    && rule.maxAge().isPresent()
                    && !earlier.maxAge().equals(rule.maxAge());
            boolean methods = !earlier.requiredAmr().isEmpty()
                    && !rule.requiredAmr().isEmpty()
                    && !earlier.requiredAmr().equals(rule.requiredAmr());
            if (ages || methods) {
                throw new IllegalArgumentException(
                        "it contradicts " + earlier + ", an earlier rule of the same pattern");
            }
            return earlier.and(rule);
        }
    }
}

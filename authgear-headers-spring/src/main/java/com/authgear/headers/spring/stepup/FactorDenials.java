package com.authgear.headers.spring.stepup;

import com.authgear.headers.AuthenticationMethods;
import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.StepUpResult;
import com.authgear.headers.StepUpResult.Reason;
import com.authgear.headers.spring.AuthgearAuthoritiesMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.security.authorization.AuthorityAuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.util.ClassUtils;

/**
 * The step-up answer to a denial whose only reason is missing factors. Factors exist since Spring Security 7; this class
 * is compiled against 6.5 and reads them as bean properties.
 */
final class FactorDenials {
    private static final String DECISION = "org.springframework.security.authorization.FactorAuthorizationDecision";
    private static final boolean PRESENT = ClassUtils.isPresent(DECISION, FactorDenials.class.getClassLoader());

    /** The default of {@link com.authgear.headers.StepUpRule#justNow(Duration)}. */
    private static final Duration JUST_NOW = Duration.ofSeconds(60);

    private FactorDenials() {}

    /** The answer of step-up, or null if the denial has another reason or the user does not come from the headers. */
    static StepUpResult.@Nullable Unsatisfied result(
            @Nullable AuthorizationResult denied, @Nullable Authentication authentication) {
        List<Factor> lacking = lacking(denied);
        if (lacking.isEmpty()
                || authentication == null
                || !(authentication.getPrincipal() instanceof AuthgearPrincipal user)) {
            return null;
        }
        if (!lacking.stream().allMatch(Factor::isLogin)) {
            AuthenticationMethods.warnNotSent("A rule of Spring Security about factors");
        }
        Instant login = user.authenticatedAt().orElse(null);
        if (user.isAnonymous() || login == null) {
            return new StepUpResult.Forbidden(
                    user.isAnonymous() ? Reason.ANONYMOUS_USER : Reason.AUTHENTICATION_TIME_UNKNOWN);
        }
        if (lacking.stream().anyMatch(factor -> factor.isLogin() && !factor.expired())) {
            // The application's own mapper does not grant it, and a new login would not add it.
            return null;
        }
        if (!user.canReauthenticate()) {
            return new StepUpResult.Forbidden(Reason.REAUTHENTICATION_UNAVAILABLE);
        }
        Duration age = Duration.between(login, StepUpClock.of(authentication).instant());
        return age.compareTo(JUST_NOW) <= 0 && !lacking.stream().allMatch(Factor::expired)
                ? new StepUpResult.Forbidden(Reason.FACTOR_UNAVAILABLE)
                : new StepUpResult.Challenge(maxAge(lacking), Set.of());
    }

    /** Where the factor of a method is required the login must be a new one, since it replaces the methods. */
    private static Duration maxAge(List<Factor> lacking) {
        return lacking.stream()
                .map(factor -> factor.isLogin() && factor.validDuration() != null
                        ? Duration.ofSeconds(factor.validDuration().toSeconds())
                        : Duration.ZERO)
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static List<Factor> lacking(@Nullable AuthorizationResult denied) {
        if (!PRESENT || denied == null) {
            return List.of();
        }
        List<Factor> lacking = List.of();
        if (denied.getClass().getName().equals(DECISION)) {
            lacking = ((Collection<?>) Objects.requireNonNull(bean(denied).getPropertyValue("factorErrors")))
                    .stream().map(Factor::of).toList();
        } else if (denied instanceof AuthorityAuthorizationDecision decision) {
            lacking = decision.getAuthorities().stream()
                    .map(authority -> new Factor(String.valueOf(authority.getAuthority()), null, false))
                    .toList();
        }
        return lacking.stream().allMatch(factor -> factor.authority().startsWith("FACTOR_")) ? lacking : List.of();
    }

    private static BeanWrapper bean(Object bean) {
        return PropertyAccessorFactory.forBeanPropertyAccess(bean);
    }

    /** A required factor that the user does not have, or has no more. */
    private record Factor(String authority, @Nullable Duration validDuration, boolean expired) {
        static Factor of(Object error) {
            BeanWrapper read = bean(error);
            return new Factor(
                    String.valueOf(read.getPropertyValue("requiredFactor.authority")),
                    (Duration) read.getPropertyValue("requiredFactor.validDuration"),
                    Boolean.TRUE.equals(read.getPropertyValue("expired")));
        }

        boolean isLogin() {
            return authority.equals(AuthgearAuthoritiesMapper.FACTOR_LOGIN);
        }
    }
}

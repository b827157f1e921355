package com.authgear.headers.spring.test;

import com.authgear.headers.AuthgearPrincipal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithSecurityContextFactory;

/** Created by Spring Security, with the application's context where there is one. */
final class WithAuthgearPrincipalSecurityContextFactory
        implements WithSecurityContextFactory<WithAuthgearPrincipal>, ApplicationContextAware {
    private @Nullable ApplicationContext application;

    @Override
    public void setApplicationContext(ApplicationContext context) {
        application = context;
    }

    @Override
    public SecurityContext createSecurityContext(WithAuthgearPrincipal annotation) {
        TestedApplication tested = new TestedApplication(application);
        if (annotation.roles().length > 0) {
            tested.requireTrustInRoles();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(tested.authentication(principal(annotation)));
        return context;
    }

    private static AuthgearPrincipal principal(WithAuthgearPrincipal annotation) {
        String userId = annotation.userId().isEmpty() ? annotation.value() : annotation.userId();
        AuthgearPrincipal.Builder user = AuthgearPrincipal.builder(userId)
                .anonymous(annotation.anonymous())
                .verified(annotation.verified())
                .canReauthenticate(annotation.canReauthenticate())
                .roles(List.of(annotation.roles()))
                .amr(List.of(annotation.amr()));
        if (annotation.authenticatedSecondsAgo() >= 0) {
            user.authenticatedAt(Instant.now().minusSeconds(annotation.authenticatedSecondsAgo()));
        }
        return user.build();
    }
}

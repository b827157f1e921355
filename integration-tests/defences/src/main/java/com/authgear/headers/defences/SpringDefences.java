package com.authgear.headers.defences;

import java.util.List;

/** What Spring Security's defaults would do otherwise. */
final class SpringDefences {
    private static final SourceFile CONFIGURER = SourceFile.spring("AuthgearHeadersConfigurer");
    private static final SourceFile FILTER = SourceFile.spring("AuthgearPreAuthenticatedProcessingFilter");

    static final List<Defence> ALL = List.of(
            spring(
                    "a refused request ends",
                    FILTER,
                    "AuthgearRequests.refusal(request).isPresent() || (invalid && refuseInvalidSessions)",
                    "invalid && refuseInvalidSessions"),
            spring(
                    "no headers are nobody",
                    FILTER,
                    "            strategy.setContext(strategy.createEmptyContext());\n",
                    ""),
            spring(
                    "no session keeps the user",
                    CONFIGURER,
                    "repository = new RequestAttributeSecurityContextRepository();",
                    "repository =\n            new org.springframework.security.web.context.HttpSessionSecurityContextRepository();"),
            spring(
                    "an old session is not looked at",
                    CONFIGURER,
                    "        http.setSharedObject(SecurityContextRepository.class, repository);\n",
                    ""),
            spring("a request is no new login", CONFIGURER, "            sessions.init(http);\n", ""),
            spring(
                    "the headers come before CSRF",
                    CONFIGURER,
                    "http.addFilterBefore(postProcess(filter), CsrfFilter.class);",
                    "http.addFilterAfter(postProcess(filter), CsrfFilter.class);"),
            spring(
                    "a bearer token alone waives CSRF",
                    SourceFile.spring("SessionCsrfMatcher"),
                    "&& !isByBearerAlone(request)",
                    "&& request.getHeader(\"Authorization\") == null"));

    private SpringDefences() {}

    private static Defence spring(String name, SourceFile file, String code, String without) {
        return Defence.of(name, file, code, without).on(Suite.BOOT);
    }
}

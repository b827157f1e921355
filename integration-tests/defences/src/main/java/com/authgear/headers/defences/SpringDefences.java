package com.authgear.headers.defences;

import java.util.List;

/** Settings that replace defaults of Spring Security, and method security. */
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
                    "        strategy.setContext(strategy.createEmptyContext());\n",
                    ""),
            spring(
                    "a refused request gets the answer of one without an identity",
                    CONFIGURER,
                    "setAuthenticationFailureHandler(refused())",
                    "setAuthenticationFailureHandler(new AuthgearAuthenticationEntryPoint())"),
            spring(
                    "rules about a login have the clock that read it",
                    SourceFile.spring("stepup/StepUpDecisions"),
                    "StepUpClock.of(authentication)",
                    "java.time.Clock.systemUTC()"),
            spring(
                    "rules about a login have no clock skew of their own",
                    SourceFile.core("StepUpRule"),
                    "now.plus(AuthgearHeaderParser.MAX_CLOCK_SKEW)",
                    "now.plus(Duration.ofSeconds(60))"),
            spring(
                    "an anonymous user has no recent login",
                    SourceFile.core("StepUpRule"),
                    "if (user.isAnonymous()) {",
                    "if (user.isAnonymous() && !user.canReauthenticate()) {"),
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
                    "&& !isWaived(request)",
                    "&& request.getHeader(\"Authorization\") == null"),
            spring(
                    "a bearer token beside a cookie waives nothing for another site",
                    SourceFile.spring("SessionCsrfMatcher"),
                    "\n                && !(RequestCredentials.hasCookie(credentials) && mayBeCrossSite(request))",
                    ""),
            spring(
                    "what no browser says of a site is that of another site",
                    SourceFile.spring("SessionCsrfMatcher"),
                    "sites.size() > 1 || !NOT_CROSS_SITE.containsAll(sites)",
                    "sites.contains(\"cross-site\")"),
            spring(
                    "a rule of a type holds for what it inherits",
                    SourceFile.spring("stepup/StepUpAnnotations"),
                    "hierarchy.types().stream(), TypeHierarchy.of(method.getDeclaringClass()).types().stream())",
                    "Stream.<Class<?>>of(), TypeHierarchy.of(method.getDeclaringClass()).types().stream())"),
            spring(
                    "rules of interfaces and superclasses hold",
                    SourceFile.spring("stepup/TypeHierarchy"),
                    "            for (Class<?> above : type.getInterfaces()) {\n                collect(above, types);\n            }\n",
                    ""),
            spring(
                    "a generic method is known again",
                    SourceFile.spring("stepup/TypeHierarchy"),
                    "\n                        || parameters(one).equals(parameters(other))",
                    ""),
            spring(
                    "a rule of a method adds to that of its type",
                    SourceFile.spring("stepup/StepUpAnnotations"),
                    ".reduce(StepUpRule::and);\n    }\n\n    private boolean isStatedOn",
                    ".reduce((first, second) -> second);\n    }\n\n    private boolean isStatedOn"),
            spring(
                    "a method that no proxy sees stops the start",
                    SourceFile.spring("stepup/StepUpAnnotations"),
                    "        methods.forEach(unproxyable::refuse);\n",
                    ""),
            spring(
                    "a package-private method of another package stops the start",
                    SourceFile.spring("stepup/UnproxyableMethods"),
                    "return isPackagePrivate(modifiers) && !isOfFramework(method) && !isBeside(method.getDeclaringClass());",
                    "return false;"),
            spring(
                    "a private handler below a rule stops the start",
                    SourceFile.spring("stepup/UnproxyableMethods"),
                    "return stated.test(method) || isHandler(method);",
                    "return stated.test(method);"),
            spring(
                    "a final handler of Spring below a rule stops the start",
                    SourceFile.spring("stepup/UnproxyableMethods"),
                    " || isHandler(method) || implementsHandler(method)",
                    ""),
            spring(
                    "each object is looked at when it is made",
                    SourceFile.spring("stepup/StepUpObjects"),
                    "        if (before == null || AopProxyUtils.getSingletonTarget(before) != bean) {\n            refuseOpen(bean, name);\n        }\n",
                    ""),
            spring(
                    "an object registered by hand stops the start",
                    SourceFile.spring("stepup/StepUpStartCheck"),
                    "                objects.refuseOpen(bean, name);\n",
                    ""),
            spring(
                    "a bean of a context without an import stops the start",
                    SourceFile.spring("stepup/StepUpStartCheck"),
                    "                refuse(!enforced, type, name, \"its context does not import StepUpMethodSecurity\");\n",
                    ""),
            spring(
                    "a context below is looked through",
                    SourceFile.spring("stepup/StepUpStartCheck"),
                    "            check(context.getBeanFactory());\n",
                    ""),
            spring(
                    "a bean that Spring does not proxy stops the start",
                    SourceFile.spring("stepup/StepUpStartCheck"),
                    "                refuse(isSynthetic(factory, name), type, name, \"its definition is synthetic\");\n",
                    ""),
            spring(
                    "a final class stops the start",
                    SourceFile.spring("stepup/StepUpStartCheck"),
                    "                refuse(isFinal(type) && isProxiedByClass(factory, name), type, name, \"its class is final\");\n",
                    ""),
            spring(
                    "causes in a circle end",
                    SourceFile.spring("stepup/StepUpDecisions"),
                    "i < MAX_CAUSES && cause != null",
                    "cause != null"));

    private SpringDefences() {}

    private static Defence spring(String name, SourceFile file, String code, String without) {
        return file.on(Suite.BOOT).defence(name, code, without);
    }
}

package com.authgear.headers.defences;

import java.util.List;

/**
 * Checks that prevent a router from reading another path than the rules did. Most are attacked on Tomcat, since Jetty
 * itself answers 400 to many disguises.
 */
final class PathDefences {
    private static final SourceFile TARGET = SourceFile.servlet("Target").on(Suite.TOMCAT);
    private static final SourceFile PLAIN = SourceFile.servlet("PlainPath").on(Suite.TOMCAT);
    private static final SourceFile STEP_UP = SourceFile.servlet("StepUpPaths").on(Suite.TOMCAT);
    private static final SourceFile PUBLIC_PATHS =
            SourceFile.servlet("PublicPaths").on(Suite.TOMCAT);
    private static final SourceFile STEP_UP_FILTER =
            SourceFile.servlet("StepUpFilter").on(Suite.TOMCAT);
    private static final SourceFile PATH_RULES = SourceFile.servlet("PathRules").on(Suite.BOOT);

    static final List<Defence> ALL = List.of(
            TARGET.defence(
                    "a target that is not plain opens nothing", "new Target(plain, paths)", "new Target(true, paths)"),
            PUBLIC_PATHS.defence("a public path is plain", "target.plain() && ", ""),
            TARGET.defence("the target is judged as it was sent", "? readSent(request, paths)", "? true"),
            TARGET.defence(
                    "the target is judged as an earlier filter shows it",
                    "plain = read(request, paths)\n                && (",
                    "plain = (read(request, paths) | true)\n                && ("),
            TARGET.defence(
                    "a URI is read from its own beginning, too",
                    "        paths.add(requireNonNullElse(below(request.getServletContext().getContextPath(), uri), path));\n",
                    ""),
            PUBLIC_PATHS.defence(
                    "every reading must be optional", "paths().stream().allMatch(", "paths().stream().anyMatch("),
            PLAIN.defence("a parameter is not plain", "\"-._~!$&'()*+,=:@\"", "\"-._~!$&'()*+,=:@;\""),
            PLAIN.defence(
                    "an empty segment is not plain",
                    "boolean hasOtherThanDots = end - start > 2;",
                    "boolean hasOtherThanDots = end - start > 2 || end == start;"),
            PLAIN.defence("an escaped letter is not plain", "!isAlphanumeric(b) && ", ""),
            PLAIN.defence("an escaped dot, slash or percent is not plain", " && NEVER_ESCAPED.indexOf(b) < 0", ""),
            PLAIN.defence(
                            "an escape that is no UTF-8 is not plain",
                            "return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes) ? text : null;",
                            "return text;")
                    .on(Suite.UNDERTOW),
            STEP_UP_FILTER.defence(
                    "a target that is not plain satisfies every rule of step-up",
                    "target.plain() || satisfies(request, ready().everyRule())",
                    "true"),
            STEP_UP.defence("rules of step-up disregard case", ".map(StepUpPaths::folded)", ".map(path -> path)"),
            STEP_UP.defence("rules of step-up disregard what may become a query", "path.split(\"[?#]\", 2)[0]", "path"),
            PATH_RULES.defence(
                    "a framework learns of targets that are not plain",
                    "OF_FRAMEWORK = target -> !target.plain();",
                    "OF_FRAMEWORK = target -> false;"));

    private PathDefences() {}
}

package com.authgear.headers.defences;

import java.util.List;

/** What keeps routers from reading another path than the rules did. Jetty answers 400 to many disguises by itself. */
final class PathDefences {
    private static final SourceFile TARGET = SourceFile.servlet("Target");
    private static final SourceFile PLAIN = SourceFile.servlet("PlainPath");
    private static final SourceFile STEP_UP = SourceFile.servlet("StepUpPaths");

    static final List<Defence> ALL = List.of(
            tomcat(
                    "a target that is not plain opens nothing",
                    TARGET,
                    "new Target(plain, paths)",
                    "new Target(true, paths)"),
            tomcat("a public path is plain", SourceFile.servlet("PublicPaths"), "target.plain() && ", ""),
            tomcat("the target is judged as it was sent", TARGET, "? readSent(request, paths)", "? true"),
            tomcat(
                    "the target is judged as an earlier filter shows it",
                    TARGET,
                    "plain = read(request, paths)\n                && (",
                    "plain = (read(request, paths) | true)\n                && ("),
            tomcat(
                    "a URI is read from its own beginning, too",
                    TARGET,
                    "        paths.add(requireNonNullElse(below(request.getServletContext().getContextPath(), uri), path));\n",
                    ""),
            tomcat(
                    "every reading must be optional",
                    SourceFile.servlet("PublicPaths"),
                    "paths().stream().allMatch(",
                    "paths().stream().anyMatch("),
            tomcat("a parameter is not plain", PLAIN, "\"-._~!$&'()*+,=:@\"", "\"-._~!$&'()*+,=:@;\""),
            tomcat(
                    "an empty segment is not plain",
                    PLAIN,
                    "boolean hasOtherThanDots = end - start > 2;",
                    "boolean hasOtherThanDots = end - start > 2 || end == start;"),
            tomcat("an escaped letter is not plain", PLAIN, "!isAlphanumeric(b) && ", ""),
            tomcat("an escaped dot, slash or percent is not plain", PLAIN, " && NEVER_ESCAPED.indexOf(b) < 0", ""),
            undertow(
                    "an escape that is no UTF-8 is not plain",
                    PLAIN,
                    "return null;\n        }\n    }\n}",
                    "return new String(bytes, StandardCharsets.UTF_8);\n        }\n    }\n}"),
            tomcat(
                    "a target that is not plain satisfies every rule of step-up",
                    SourceFile.servlet("StepUpFilter"),
                    "target.plain() || satisfies(request, ready().everyRule())",
                    "true"),
            tomcat("rules of step-up disregard case", STEP_UP, ".map(StepUpPaths::folded)", ".map(path -> path)"),
            tomcat("rules of step-up disregard what may become a query", STEP_UP, "path.split(\"[?#]\", 2)[0]", "path"),
            Defence.of(
                            "a framework is told of targets that are not plain",
                            SourceFile.servlet("PathRules"),
                            "OF_FRAMEWORK = target -> !target.plain();",
                            "OF_FRAMEWORK = target -> false;")
                    .on(Suite.BOOT));

    private PathDefences() {}

    private static Defence tomcat(String name, SourceFile file, String code, String without) {
        return Defence.of(name, file, code, without).on(Suite.TOMCAT);
    }

    private static Defence undertow(String name, SourceFile file, String code, String without) {
        return Defence.of(name, file, code, without).on(Suite.UNDERTOW);
    }
}

package com.authgear.headers.defences;

import java.util.List;

/** What the headers may say. */
final class HeaderDefences {
    private static final SourceFile SCAN = SourceFile.core("IdentityHeaders");
    private static final SourceFile PARSER = SourceFile.core("AuthgearHeaderParser");
    private static final SourceFile IDENTITY = SourceFile.core("IdentityReader");

    static final List<Defence> ALL = List.of(
            Defence.of("one line a header", SCAN, "if (lines[header.ordinal()] != null) {", "if (false) {"),
            Defence.of(
                    "no look-alike of a name",
                    SCAN,
                    "AuthgearHeader.isReserved(name) && AuthgearHeader.isAlias(name)",
                    "false"),
            Defence.of(
                    "no nomination by Connection",
                    SCAN,
                    "if (AuthgearHeader.isReserved(options.text())) {",
                    "if (false) {"),
            Defence.of(
                    "no identity where the proxy did not ask",
                    SCAN,
                    "failureMode |= !FieldNames.equal(HeaderText.trim(line), \"false\");",
                    ""),
            Defence.of(
                    "no identity without a session",
                    PARSER,
                    "return noneOr(MalformedReason.ORPHAN_HEADERS, scan);",
                    "return AuthgearSession.none();"),
            Defence.of("no identity beside an invalid session", PARSER, "if (other != null) {", "if (false) {"),
            Defence.of("all flags are there", IDENTITY, "if (!flagsMayMiss) {", "if (false) {"),
            Defence.of(
                    "a flag is true or false",
                    IDENTITY,
                    "case \"false\" -> false;",
                    "case \"false\", \"1\", \"0\" -> false;"),
            Defence.of("a user id has its form", IDENTITY, "Grammar.isUserId(value)", "true"),
            Defence.of("a time is one", IDENTITY, "checked(seconds >= 0,", "checked(true,"),
            Defence.of(
                    "a time of the future proves nothing",
                    IDENTITY,
                    "seconds > Math.floorDiv(clock.millis() + clockSkew, 1000)",
                    "seconds == Math.floorDiv(clock.millis(), 1000) + 1_000_000_000"),
            Defence.of("methods have their form", IDENTITY, "Grammar.areMethods(methods)", "true"),
            Defence.of("a class reference has its form", IDENTITY, "Grammar.isAcr(value)", "true"),
            Defence.of("roles have their form", IDENTITY, "Grammar.areRoles(Arrays.asList(keys))", "true"),
            Defence.of("roles are off until trusted", IDENTITY, "if (trustRoles) {", "if (true) {"));

    private HeaderDefences() {}
}

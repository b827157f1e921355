package com.authgear.headers.defences;

import java.util.List;

/** Checks of the headers' values. */
final class HeaderDefences {
    private static final SourceFile SCAN = SourceFile.core("IdentityHeaders");
    private static final SourceFile PARSER = SourceFile.core("AuthgearHeaderParser");
    private static final SourceFile IDENTITY = SourceFile.core("IdentityReader");

    static final List<Defence> ALL = List.of(
            SCAN.defence("one line a header", "if (lines[header.ordinal()] != null) {", "if (false) {"),
            SCAN.defence(
                    "no look-alike of a name",
                    "AuthgearHeader.isReserved(name) && !FieldNames.isHyphenated(name)",
                    "false"),
            SCAN.defence(
                    "no nomination by Connection", "if (AuthgearHeader.isReserved(options.text())) {", "if (false) {"),
            SCAN.defence(
                    "no identity where the proxy did not ask",
                    "failureMode |= !FieldNames.equal(HeaderText.trim(value), \"false\");",
                    ""),
            PARSER.defence(
                    "no identity without a session",
                    "return noneOr(MalformedReason.ORPHAN_HEADERS, scan);",
                    "return AuthgearSession.none();"),
            PARSER.defence("no identity beside an invalid session", "if (other != null) {", "if (false) {"),
            IDENTITY.defence("all flags are there", "if (!flagsMayMiss) {", "if (false) {"),
            IDENTITY.defence(
                    "a flag is true or false", "case \"false\" -> false;", "case \"false\", \"1\", \"0\" -> false;"),
            IDENTITY.defence("a user id has its form", "Grammar.isUserId(value)", "true"),
            IDENTITY.defence("a time is one", "checked(seconds >= 0,", "checked(true,"),
            IDENTITY.defence(
                    "a time of the future proves nothing",
                    "seconds > Math.floorDiv(clock.millis() + clockSkew, 1000)",
                    "seconds == Math.floorDiv(clock.millis(), 1000) + 1_000_000_000"),
            IDENTITY.defence("methods have their form", "Grammar.areMethods(methods)", "true"),
            IDENTITY.defence("a class reference has its form", "Grammar.isAcr(value)", "true"),
            IDENTITY.defence("roles have their form", "Grammar.areRoles(Arrays.asList(keys))", "true"),
            IDENTITY.defence("roles are off until trusted", "if (trustRoles) {", "if (true) {"));

    private HeaderDefences() {}
}

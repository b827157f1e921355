package com.authgear.headers;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the deviations need of a request: its trimmed lines, read without the parser. */
final class ParseInput {
    private static final Set<AuthgearHeader> READ_BY_AUTHGEAR =
            EnumSet.complementOf(EnumSet.of(AuthgearHeader.USER_ROLES, AuthgearHeader.SESSION_ACR));
    private static final List<AuthgearHeader> FLAGS = List.of(
            AuthgearHeader.USER_ANONYMOUS, AuthgearHeader.USER_VERIFIED, AuthgearHeader.USER_CAN_REAUTHENTICATE);
    private static final BigInteger LAST_SECOND = BigInteger.valueOf(253_402_300_799L);

    private final Headers raw;
    private final AuthgearReader trimmed;

    ParseInput(Headers raw) {
        this.raw = raw;
        trimmed = new AuthgearReader(trimmed(raw));
    }

    Reading trimmedReading() {
        return trimmed.read();
    }

    boolean hasSurroundingWhiteSpace() {
        AuthgearReader untrimmed = new AuthgearReader(raw);
        return READ_BY_AUTHGEAR.stream()
                .anyMatch(header -> !untrimmed.first(header).equals(trimmed.first(header)));
    }

    /** In the order of the request. */
    Optional<AuthgearHeader> firstRepeated() {
        Iterable<String> names = raw::names;
        for (String name : names) {
            Optional<AuthgearHeader> header = AuthgearHeader.find(name);
            if (header.isPresent() && isRepeated(name)) {
                return header;
            }
        }
        return Optional.empty();
    }

    /** In the order of the enum, session-valid aside. */
    Optional<AuthgearHeader> firstOther() {
        return Arrays.stream(AuthgearHeader.values())
                .filter(header ->
                        header != AuthgearHeader.SESSION_VALID && !value(header).isEmpty())
                .findFirst();
    }

    String value(AuthgearHeader header) {
        return trimmed.first(header);
    }

    boolean isEmpty(AuthgearHeader header) {
        return value(header).isEmpty();
    }

    /** A boolean to Go, and neither true nor false as the resolver writes them. */
    boolean isSpelledAsGoAlsoDoes(AuthgearHeader header) {
        return !isEmpty(header) && trimmed.isBool(header) && !isPlainBoolean(header);
    }

    /** The first flag, in the order of the parser, that is neither true nor false. */
    Optional<AuthgearHeader> firstFlagNotPlain() {
        return FLAGS.stream().filter(flag -> !isPlainBoolean(flag)).findFirst();
    }

    private boolean isPlainBoolean(AuthgearHeader header) {
        return value(header).equals("true") || value(header).equals("false");
    }

    boolean isSessionAbsent() {
        return value(AuthgearHeader.SESSION_VALID).isEmpty();
    }

    boolean isSessionInvalid() {
        return trimmed.isFalse(AuthgearHeader.SESSION_VALID);
    }

    boolean isSessionValid() {
        return trimmed.isTrue(AuthgearHeader.SESSION_VALID);
    }

    /** Whether the values before can-reauthenticate can be read. */
    boolean isGoodUpToVerified() {
        return isSessionValid()
                && trimmed.isBool(AuthgearHeader.USER_ANONYMOUS)
                && trimmed.isBool(AuthgearHeader.USER_VERIFIED);
    }

    boolean areFlagsGood() {
        return isGoodUpToVerified() && trimmed.isBool(AuthgearHeader.USER_CAN_REAUTHENTICATE);
    }

    boolean isTimeGood() {
        return trimmed.isTime();
    }

    boolean isTimeOutOfRange() {
        return trimmed.time()
                .filter(seconds -> seconds.signum() < 0 || seconds.compareTo(LAST_SECOND) > 0)
                .isPresent();
    }

    boolean isTimeWrittenOddly() {
        return trimmed.time().isPresent()
                && !value(AuthgearHeader.SESSION_AUTHENTICATED_AT).matches("[0-9]{1,12}");
    }

    /** Split on blanks and commas. */
    List<String> methods() {
        return Arrays.stream(value(AuthgearHeader.SESSION_AMR).split("[ ,]"))
                .map(method -> method.replaceAll("^\t+|\t+$", ""))
                .filter(method -> !method.isEmpty())
                .toList();
    }

    private boolean isRepeated(String name) {
        Iterator<String> values = raw.values(name);
        values.next();
        return values.hasNext();
    }

    private static Headers trimmed(Headers raw) {
        Headers result = Headers.none();
        Iterable<String> names = raw::names;
        names.forEach(name ->
                raw.values(name).forEachRemaining(value -> result.with(name, value.replaceAll("^[ \t]+|[ \t]+$", ""))));
        return result;
    }
}

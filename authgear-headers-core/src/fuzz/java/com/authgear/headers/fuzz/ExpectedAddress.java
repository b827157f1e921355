package com.authgear.headers.fuzz;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An address as a number of 32 or 128 bits; an IPv4-mapped one counts as IPv4.
 *
 * @param mapped whether it was written, or came, in the longer form
 */
record ExpectedAddress(int width, BigInteger value, boolean mapped) {
    private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5]");
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final int IPV4 = 32;
    private static final int IPV6 = 128;
    private static final int GROUPS = 8;

    /** RFC 4291, section 2.2, and the dotted form of RFC 6943, section 3.1.1, strictly. */
    static Optional<ExpectedAddress> parse(String text) {
        return text.contains(":")
                ? groups(text).map(hex -> of(IPV6, new BigInteger(hex, 16)))
                : dotted(text).map(value -> of(IPV4, value));
    }

    static ExpectedAddress of(byte[] bytes) {
        return of(bytes.length * Byte.SIZE, new BigInteger(1, bytes));
    }

    byte[] bytes() {
        byte[] bytes = new byte[width / Byte.SIZE];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = value.shiftRight(width - (i + 1) * Byte.SIZE).byteValue();
        }
        return bytes;
    }

    private static ExpectedAddress of(int width, BigInteger value) {
        boolean mapped = width == IPV6 && value.shiftRight(IPV4).equals(BigInteger.valueOf(0xFFFF));
        return mapped
                ? new ExpectedAddress(IPV4, value.and(BigInteger.valueOf(0xFFFF_FFFFL)), true)
                : new ExpectedAddress(width, value, false);
    }

    private static Optional<BigInteger> dotted(String text) {
        List<String> octets = List.of(text.split("\\.", -1));
        boolean good = octets.size() == 4
                && octets.stream().allMatch(octet -> OCTET.matcher(octet).matches());
        return good
                ? octets.stream()
                        .map(BigInteger::new)
                        .reduce((high, low) -> high.shiftLeft(8).or(low))
                : Optional.empty();
    }

    /** All digits, none left out. */
    private static Optional<String> groups(String text) {
        if (text.contains(".")) {
            int last = text.lastIndexOf(':') + 1;
            return dotted(text.substring(last))
                    .flatMap(value -> groups(text.substring(0, last)
                            + value.shiftRight(16).toString(16)
                            + ":"
                            + value.and(BigInteger.valueOf(0xFFFF)).toString(16)));
        }
        List<List<String>> halves = Arrays.stream(text.split("::", -1))
                .map(half -> half.isEmpty() ? List.<String>of() : List.of(half.split(":", -1)))
                .toList();
        return halves.size() > 2 ? Optional.empty() : filled(halves.get(0), halves.subList(1, halves.size()));
    }

    private static Optional<String> filled(List<String> left, List<List<String>> rights) {
        List<String> right = rights.stream().flatMap(List::stream).toList();
        int missing = GROUPS - left.size() - right.size();
        boolean good = rights.isEmpty() ? missing == 0 : missing > 0;
        return good
                        && Stream.concat(left.stream(), right.stream())
                                .allMatch(group -> GROUP.matcher(group).matches())
                ? Optional.of(padded(left) + "0000".repeat(missing) + padded(right))
                : Optional.empty();
    }

    private static String padded(List<String> groups) {
        return groups.stream()
                .map(group -> "0".repeat(4 - group.length()) + group)
                .reduce("", String::concat);
    }
}

package com.authgear.headers.fuzz;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A CIDR range as a number and a count of bits. */
record ExpectedRange(ExpectedAddress network, int prefix) {
    private static final Pattern CIDR = Pattern.compile("(?s)([^/]*)(?:/([0-9]{1,3}))?");
    private static final int MAPPED_BITS = 96;

    static Optional<ExpectedRange> parse(String text) {
        Matcher matcher = CIDR.matcher(text);
        return matcher.matches()
                ? ExpectedAddress.parse(matcher.group(1))
                        .map(network -> new ExpectedRange(network, prefix(matcher.group(2), network)))
                        .filter(ExpectedRange::isProper)
                : Optional.empty();
    }

    boolean contains(byte[] peer) {
        ExpectedAddress address = ExpectedAddress.of(peer);
        return address.width() == network.width()
                && address.value().shiftRight(hostBits()).equals(network.value().shiftRight(hostBits()));
    }

    private static int prefix(@Nullable String digits, ExpectedAddress network) {
        if (digits == null) {
            return network.width();
        }
        return Integer.parseInt(digits) - (network.mapped() ? MAPPED_BITS : 0);
    }

    private boolean isProper() {
        return prefix >= 1
                && prefix <= network.width()
                && network.value().mod(BigInteger.ONE.shiftLeft(hostBits())).signum() == 0;
    }

    private int hostBits() {
        return network.width() - prefix;
    }
}

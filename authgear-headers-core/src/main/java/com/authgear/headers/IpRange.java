package com.authgear.headers;

import java.net.InetAddress;
import java.util.Arrays;

/** A CIDR range (RFC 4632, RFC 4291), written as literals: nothing is ever looked up in the DNS. */
final class IpRange {
    private static final int MAPPED_PREFIX = 96;

    private final byte[] network;
    private final int prefix;

    private IpRange(byte[] network, int prefix) {
        this.network = network;
        this.prefix = prefix;
    }

    /**
     * Parses {@code address} or {@code address/prefix}.
     *
     * @throws IllegalArgumentException with the remedy, if it is anything else, spans every address or has host bits
     */
    static IpRange parse(String text) {
        String[] parts = text.split("/", 2);
        byte[] network = IpLiteral.parse(parts[0]);
        int bits = network.length * Byte.SIZE;
        int prefix = parts.length == 1 ? bits : prefix(parts[1], IpLiteral.isMapped(parts[0], network));
        if (prefix < 1 || prefix > bits) {
            throw new IllegalArgumentException("a trusted proxy range needs a prefix of 1 to " + bits
                    + " bits; to trust every address, say so with trustEveryPeer");
        }
        IpRange range = new IpRange(network, prefix);
        if (!Arrays.equals(network, range.masked(network))) {
            throw new IllegalArgumentException(
                    "a trusted proxy range has bits set behind its prefix of " + prefix + ": clear them");
        }
        return range;
    }

    boolean contains(InetAddress address) {
        return Arrays.equals(network, masked(IpLiteral.unmapped(address.getAddress())));
    }

    private byte[] masked(byte[] address) {
        byte[] result = address.clone();
        for (int bit = prefix; bit < result.length * Byte.SIZE; bit++) {
            result[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
        }
        return result;
    }

    private static int prefix(String digits, boolean mapped) {
        if (digits.isEmpty() || digits.length() > 3 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("a trusted proxy range needs decimal digits behind its slash");
        }
        return Integer.parseInt(digits) - (mapped ? MAPPED_PREFIX : 0);
    }
}

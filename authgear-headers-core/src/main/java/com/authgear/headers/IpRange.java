package com.authgear.headers;

/**
 * A CIDR range (RFC 4632, RFC 4291) of literal addresses: no name is ever looked up in the DNS.
 *
 * @param network its first address
 * @param prefix the number of bits that all its addresses share
 */
record IpRange(IpAddress network, int prefix) {
    private static final int MAPPED_PREFIX = 96;

    /** Parses {@code address} or {@code address/prefix}; refuses all else, {@code /0} and bits behind the prefix. */
    static IpRange parse(String text) {
        String[] parts = text.split("/", 2);
        byte[] parsed = IpLiteral.parse(parts[0]);
        IpAddress network = IpAddress.of(parsed);
        int bits = network.bits();
        int prefix = parts.length == 1 ? bits : prefix(parts[1], IpLiteral.isMapped(parts[0], parsed));
        if (prefix < 1 || prefix > bits) {
            throw new IllegalArgumentException("a trusted proxy range needs a prefix of 1 to " + bits
                    + " bits; to trust every address, say so with trustEveryPeer");
        }
        if (!network.equals(network.masked(prefix))) {
            throw new IllegalArgumentException(
                    "a trusted proxy range has bits set behind its prefix of " + prefix + ": clear them");
        }
        return new IpRange(network, prefix);
    }

    boolean contains(IpAddress address) {
        return network.equals(address.masked(prefix));
    }

    private static int prefix(String digits, boolean mapped) {
        if (digits.isEmpty() || digits.length() > 3 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("a trusted proxy range needs decimal digits behind its slash");
        }
        return Integer.parseInt(digits) - (mapped ? MAPPED_PREFIX : 0);
    }
}

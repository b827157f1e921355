package com.authgear.headers;

import java.net.InetAddress;

/**
 * An address as numbers without sign, its first bit the highest of {@code high}; one of IPv4 fills half of that.
 *
 * @param bits 32 or 128
 */
record IpAddress(int bits, long high, long low) implements Comparable<IpAddress> {
    /** An IPv4-mapped address is the IPv4 address that it stands for. */
    static IpAddress of(InetAddress address) {
        return of(IpLiteral.unmapped(address.getAddress()));
    }

    static IpAddress of(byte[] bytes) {
        return new IpAddress(bytes.length * Byte.SIZE, number(bytes, 0), number(bytes, Long.BYTES));
    }

    /** With the bits behind the prefix cleared. */
    IpAddress masked(int prefix) {
        return new IpAddress(bits, high & mask(prefix), low & mask(prefix - Long.SIZE));
    }

    /** First all of IPv4, then all of IPv6; any order would do to find a range. */
    @Override
    public int compareTo(IpAddress other) {
        if (bits != other.bits) {
            return Integer.compare(bits, other.bits);
        }
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    /** Eight bytes from there on, as many as there are. */
    private static long number(byte[] bytes, int from) {
        long number = 0;
        for (int i = from; i < from + Long.BYTES; i++) {
            number = number << Byte.SIZE | (i < bytes.length ? bytes[i] & 0xFF : 0);
        }
        return number;
    }

    private static long mask(int prefix) {
        int bits = Math.min(Math.max(prefix, 0), Long.SIZE);
        return bits == 0 ? 0 : -1L << (Long.SIZE - bits);
    }
}

package com.authgear.headers;

import java.net.InetAddress;

/**
 * An address as two unsigned numbers, its first bit the highest of {@code high}; IPv4 uses only the upper half of that.
 *
 * @param bits 32 or 128
 */
record IpAddress(int bits, long high, long low) {
    /** An IPv4-mapped address is the IPv4 address that it stands for. */
    static IpAddress of(InetAddress address) {
        return of(IpLiteral.unmapped(address.getAddress()));
    }

    static IpAddress of(byte[] bytes) {
        return new IpAddress(bytes.length * Byte.SIZE, number(bytes, 0), number(bytes, Long.BYTES));
    }

    /** The address with the bits after the prefix cleared. */
    IpAddress masked(int prefix) {
        return new IpAddress(bits, high & mask(prefix), low & mask(prefix - Long.SIZE));
    }

    /** Eight bytes as a number; bytes after the end are zero. */
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

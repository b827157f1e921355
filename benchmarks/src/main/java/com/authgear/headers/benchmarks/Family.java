package com.authgear.headers.benchmarks;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Address ranges of one family, with gaps between them. */
public enum Family {
    /** RFC 791. */
    IPV4("10.%d.%d.0/24", "10.%d.%d.7"),
    /** RFC 4291. */
    IPV6("fd00:%x:%x::/48", "fd00:%x:%x::7");

    private final String range;
    private final String peer;

    Family(String range, String peer) {
        this.range = range;
        this.peer = peer;
    }

    String range(int number) {
        return at(range, number);
    }

    InetAddress peer(int number) {
        try {
            return InetAddress.getByName(at(peer, number));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address", e);
        }
    }

    private static String at(String pattern, int number) {
        return String.format(pattern, number / 100, number % 100 * 2);
    }
}

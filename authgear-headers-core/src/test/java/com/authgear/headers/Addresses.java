package com.authgear.headers;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Addresses without a look-up. */
final class Addresses {
    private Addresses() {}

    static InetAddress ipv4(int... octets) {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

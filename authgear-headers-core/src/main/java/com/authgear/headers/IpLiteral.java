package com.authgear.headers;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Reads literal IP addresses. Names, zones, octal and short forms are refused. */
final class IpLiteral {
    private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");
    /** Groups of at most four digits; {@link InetAddress} would accept more, with leading zeros. */
    private static final Pattern IPV6 =
            Pattern.compile("(?!.*[0-9A-Fa-f]{5})[0-9A-Fa-f:]*:[0-9A-Fa-f:]*(?:[0-9]+(?:\\.[0-9]+){3})?");

    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};
    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;

    private IpLiteral() {}

    /** 4 or 16 bytes; an IPv4-mapped address has 4. */
    static byte[] parse(String literal) {
        return literal.contains(":") ? ipv6(literal) : ipv4(literal);
    }

    static byte[] unmapped(byte[] address) {
        boolean mapped =
                address.length == IPV6_BYTES && Arrays.equals(address, 0, MAPPED.length, MAPPED, 0, MAPPED.length);
        return mapped ? Arrays.copyOfRange(address, MAPPED.length, IPV6_BYTES) : address;
    }

    static boolean isMapped(String literal, byte[] parsed) {
        return parsed.length == IPV4_BYTES && literal.contains(":");
    }

    private static byte[] ipv4(String literal) {
        String[] octets = literal.split("\\.", -1);
        if (octets.length != IPV4_BYTES) {
            throw invalid();
        }
        byte[] result = new byte[IPV4_BYTES];
        for (int i = 0; i < IPV4_BYTES; i++) {
            result[i] = octet(octets[i]);
        }
        return result;
    }

    private static byte octet(String digits) {
        if (!OCTET.matcher(digits).matches() || Integer.parseInt(digits) > 255) {
            throw invalid();
        }
        return (byte) Integer.parseInt(digits);
    }

    /** A colon keeps {@link InetAddress#getByName} from asking the DNS. */
    private static byte[] ipv6(String literal) {
        if (!IPV6.matcher(literal).matches()) {
            throw invalid();
        }
        if (literal.contains(".")) {
            ipv4(literal.substring(literal.lastIndexOf(':') + 1));
        }
        try {
            return unmapped(InetAddress.getByName(literal).getAddress());
        } catch (UnknownHostException e) {
            throw invalid();
        }
    }

    private static IllegalArgumentException invalid() {
        return new IllegalArgumentException("a trusted proxy must be an IPv4 or IPv6 address or CIDR range in its"
                + " literal form, such as 10.1.2.0/24 or fd00::/8; names and zones are not looked up");
    }
}

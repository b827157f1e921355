package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IpRangeTests {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "192.0.2.1/32, 192.0.2.1",
        "10.1.2.0/24, 10.1.2.0",
        "10.1.2.0/24, 10.1.2.255",
        "10.0.0.0/8, 10.255.255.255",
        "172.16.0.0/12, 172.31.255.255",
        "128.0.0.0/1, 255.255.255.255",
        "192.0.2.4/31, 192.0.2.5",
        "255.255.255.255, 255.255.255.255",
        "2001:db8::1, 2001:DB8:0:0:0:0:0:1",
        "2001:db8::/32, 2001:db8:ffff::1",
        "2001:0db8::1, 2001:db8::1",
        "fd00::/8, fdff:ffff::1",
        "fe80::/10, fe80::1%1",
        "::1, ::1",
        "8000::/1, ffff::",
        "2001:db8::/127, 2001:db8::1",
        "::192.0.2.0/120, ::192.0.2.9",
    })
    void addressInsideIsContained(String range, String address) throws UnknownHostException {
        assertThat(contains(range, address)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.2",
        "10.1.2.0/24, 10.1.3.0",
        "10.1.2.0/24, 10.1.1.255",
        "172.16.0.0/12, 172.32.0.0",
        "128.0.0.0/1, 127.255.255.255",
        "192.0.2.4/31, 192.0.2.6",
        "2001:db8::/32, 2001:db9::",
        "2001:db8::/127, 2001:db8::2",
        "::1, ::2",
        "::1, 127.0.0.1",
        "127.0.0.1, ::1",
        "8000::/1, 192.0.2.1",
        "::/80, 192.0.2.1",
        "::192.0.2.0/120, 192.0.2.1",
        "192.0.2.1, ::192.0.2.1",
        "192.0.2.0/24, 64:ff9b::192.0.2.1",
    })
    void addressOutsideIsNotContained(String range, String address) throws UnknownHostException {
        assertThat(contains(range, address)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "::ffff:10.1.2.0/120, 10.1.2.9, true",
        "::ffff:10.1.2.0/120, 10.1.3.9, false",
        "::ffff:a01:200/120, 10.1.2.9, true",
        "0:0:0:0:0:ffff:10.1.2.3, 10.1.2.3, true",
        "::ffff:10.1.2.3/128, 10.1.2.4, false",
        "::ffff:128.0.0.0/97, 200.0.0.1, true",
    })
    void mappedRangeCountsAsIpv4(String range, String address, boolean inside) throws UnknownHostException {
        assertThat(contains(range, address)).isEqualTo(inside);
    }

    /** A dual-stack socket may report an IPv4 peer so. {@code getByAddress} would convert it by itself. */
    @Test
    void mappedPeerCountsAsIpv4() {
        byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 10, 1, 2, 3};
        byte[] compatible = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 1, 2, 3};

        assertThat(IpLiteral.unmapped(mapped)).containsExactly(10, 1, 2, 3);
        assertThat(IpLiteral.unmapped(compatible)).isEqualTo(compatible);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/",
                "/8",
                "10.0.0.0/",
                "10.0.0.0/ 8",
                "10.0.0.0/+8",
                "10.0.0.0/-1",
                "10.0.0.0/8/8",
                "10.0.0.0/0x8",
                "10.0.0.0/\u0668",
                "10.0.0.0/33",
                "10.0.0.0/1000",
                "10.0.0.0/255.0.0.0",
                "10.0.0.0/99999999999999999999",
                "0.0.0.0/0",
                "10.0.0.0/0",
                "::/0",
                "fd00::/000",
                "fd00::/129",
                "::ffff:0.0.0.0/96",
                "::ffff:0:0/96",
                "::ffff:10.0.0.0/95",
                "::ffff:10.0.0.0/8",
                "10.1.2.3/24",
                "10.0.0.1/31",
                "2001:db8::1/32",
                "::ffff:10.1.2.3/120",
                "::1/127",
                "10.0.0",
                "10.0.0.",
                ".10.0.0.0",
                "10.0.0.0.0",
                "10..0.0",
                "10.0.0.256",
                "10.0.0.1000",
                "010.0.0.5",
                "10.0.0.05",
                "0x0a.0.0.1",
                "0xa000001",
                "167772161",
                "10.1",
                "1",
                "10.0.0.-1",
                "10.0.0.+1",
                " 10.0.0.1",
                "10.0.0.1 ",
                "10.0.0.1\n",
                "\u0661\u0660.0.0.1",
                "10.0.0.\uff11",
                "10.0.0.1:80",
                "fe80::1%eth0",
                "fe80::1%1",
                "[::1]",
                "[::1]:80",
                "::1::",
                "2001:00db8::1",
                "::00001",
                "::00000:10.0.0.1",
                ":::",
                ":",
                "1:2:3:4:5:6:7",
                "12345::",
                "1:2:3:4:5:6:7:8:9",
                "g::",
                "::10.0.0.256",
                "::10.0.0",
                "::010.0.0.1",
                "::ffff:010.0.0.5",
                "::1.2.3.4.5",
                "localhost",
                "localhost/8",
                "example.com",
                "proxy",
                "a",
                "ff",
                "dead.beef.ca.fe",
                "localhost:80",
                "a:b",
                "::localhost",
                "*",
                "10.*",
                "10.0.0.0-10.0.0.255",
                "10.0.0.1,10.0.0.2",
                "http://10.0.0.1",
            })
    void malformedLiteralIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IpRange.parse(text))
                .withMessageStartingWith("a trusted proxy");
    }

    private static boolean contains(String range, String address) throws UnknownHostException {
        return IpRange.parse(range).contains(IpAddress.of(InetAddress.getByName(address)));
    }
}

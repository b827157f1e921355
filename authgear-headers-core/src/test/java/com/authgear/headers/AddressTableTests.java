package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AddressTableTests {
    @Test
    void emptyTableContainsNothing() {
        assertThat(table().contains(Addresses.ipv4(10, 0, 0, 1))).isFalse();
    }

    @Test
    void rangeInsideAnotherDoesNotHideTheRestOfIt() {
        AddressTable table = table("10.0.0.0/8", "10.1.0.0/16", "10.1.2.0/24");

        assertThat(table.contains(Addresses.ipv4(10, 0, 0, 0))).isTrue();
        assertThat(table.contains(Addresses.ipv4(10, 1, 2, 3))).isTrue();
        assertThat(table.contains(Addresses.ipv4(10, 200, 0, 1))).isTrue();
        assertThat(table.contains(Addresses.ipv4(11, 0, 0, 0))).isFalse();
        assertThat(table.contains(Addresses.ipv4(9, 255, 255, 255))).isFalse();
    }

    @Test
    void everyGivenRangeCountsForTheOperator() {
        assertThat(table("10.0.0.0/8", "10.1.0.0/16", "10.0.0.0/8").size()).isEqualTo(3);
    }

    @Test
    void familiesDoNotMix() throws UnknownHostException {
        assertThat(table("::/1").contains(Addresses.ipv4(0, 0, 0, 1))).isFalse();
        assertThat(table("0.0.0.0/1").contains(address("::1"))).isFalse();
        assertThat(table("::/1", "0.0.0.0/1").contains(address("::1"))).isTrue();
        assertThat(table("::/1", "0.0.0.0/1").contains(Addresses.ipv4(0, 0, 0, 1)))
                .isTrue();
    }

    @Test
    void addressesWithTheHighestBitComeLast() throws UnknownHostException {
        AddressTable table = table("ff00::/8", "fe80::1:0:0:0/80", "1::/16", "200.0.0.0/8", "1.0.0.0/8");

        for (String inside : List.of("ff12::1", "fe80::1:0:0:8000", "1::ffff", "200.1.2.3", "1.2.3.4")) {
            assertThat(table.contains(address(inside))).as(inside).isTrue();
        }
        for (String outside : List.of("fe80::2:0:0:0", "8000::1", "2::", "199.255.255.255", "201.0.0.0", "2.0.0.0")) {
            assertThat(table.contains(address(outside))).as(outside).isFalse();
        }
    }

    @Test
    void bitsBehindThePrefixDoNotMatterWhereverItEnds() throws UnknownHostException {
        for (String range : List.of("fd00::/8", "fd12::/63", "fd12::/64", "fd12:0:0:0:ffff::/80", "fd12::ffff:0:0:1")) {
            assertThat(table(range).contains(address("fd12::ffff:0:0:1")))
                    .as(range)
                    .isTrue();
        }
        for (String range : List.of("fd12:0:0:2::/63", "fd12:0:0:0:8000::/65", "fd12::ffff:0:0:2", "fd12::/80")) {
            boolean covered = range.equals("fd12:0:0:0:8000::/65");
            assertThat(table(range).contains(address("fd12::ffff:0:0:1")))
                    .as(range)
                    .isEqualTo(covered);
        }
    }

    @Test
    void findsWhatLookingThroughAllRangesFinds() {
        Random random = new Random(20261125);
        int found = 0;
        for (int round = 0; round < 2_000; round++) {
            List<IpRange> ranges = IntStream.range(0, random.nextInt(40))
                    .mapToObj(i -> IpRange.parse(range(random)))
                    .toList();
            InetAddress peer = address(random);
            boolean expected = ranges.stream().anyMatch(range -> range.contains(peer));
            assertThat(new AddressTable(ranges).contains(peer)).isEqualTo(expected);
            found += expected ? 1 : 0;
        }
        assertThat(found).isBetween(200, 1_800);
    }

    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }

    private static AddressTable table(String... ranges) {
        return new AddressTable(Arrays.stream(ranges).map(IpRange::parse).toList());
    }

    /** Few leading bits, so that ranges lie in each other and are hit. */
    private static String range(Random random) {
        int prefix = 4 + random.nextInt(9);
        int network = (random.nextInt(1 << 12) << 20) & (-1 << (32 - prefix));
        return (network >>> 24) + "." + (network >>> 16 & 0xFF) + ".0.0/" + prefix;
    }

    private static InetAddress address(Random random) {
        return Addresses.ipv4(random.nextInt(256), random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }
}

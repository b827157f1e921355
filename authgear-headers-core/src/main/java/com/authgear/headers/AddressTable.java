package com.authgear.headers;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Ranges in order, so that looking an address up takes as many steps as their number has bits. Immutable. */
final class AddressTable {
    /** The larger of two that start together comes first. */
    private static final Comparator<IpRange> ORDER =
            Comparator.comparing(IpRange::network).thenComparingInt(IpRange::prefix);

    private final IpRange[] ranges;
    private final int given;

    AddressTable(List<IpRange> ranges) {
        this.ranges = outermost(ranges).toArray(IpRange[]::new);
        given = ranges.size();
    }

    /** How many ranges were given, those that lie in another one included. */
    int size() {
        return given;
    }

    boolean contains(InetAddress peer) {
        IpAddress address = IpAddress.of(peer);
        int after = firstBehind(address);
        return after > 0 && ranges[after - 1].contains(address);
    }

    /** The index of the first range that starts behind the address. */
    private int firstBehind(IpAddress address) {
        int low = 0;
        int high = ranges.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ranges[middle].network().compareTo(address) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Of two ranges one lies in the other, or they share nothing: without the inner ones only one can contain an address. */
    private static List<IpRange> outermost(List<IpRange> ranges) {
        List<IpRange> result = new ArrayList<>();
        ranges.stream().sorted(ORDER).forEach(range -> {
            if (result.isEmpty() || !result.get(result.size() - 1).contains(range.network())) {
                result.add(range);
            }
        });
        return result;
    }
}

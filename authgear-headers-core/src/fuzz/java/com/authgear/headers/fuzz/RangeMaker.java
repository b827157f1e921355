package com.authgear.headers.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bytes of the fuzzer as the text of a range, most of them near a proper one, and as the address of a peer. */
final class RangeMaker {
    private static final String ALPHABET = "0123456789abcdefABCDEFx.:/%[]-+ \n\u0661\uff11";
    private static final int TEXT = 50;
    private static final int EDITS = 2;
    private static final int MOST_BITS = 130;

    private final FuzzedDataProvider data;

    RangeMaker(FuzzedDataProvider data) {
        this.data = data;
    }

    String text() {
        StringBuilder text = new StringBuilder(address());
        if (data.consumeBoolean()) {
            text.append('/').append(data.consumeInt(0, MOST_BITS));
        }
        for (int i = data.consumeInt(0, EDITS); i > 0; i--) {
            edit(text);
        }
        return text.toString();
    }

    /** One that the fuzzer made up, or the network's own but for a bit. */
    byte[] peer(byte[] network) {
        byte[] peer = data.consumeBoolean() ? network.clone() : data.consumeBytes(data.consumeBoolean() ? 4 : 16);
        if (peer.length != 4 && peer.length != 16) {
            return network;
        }
        int bit = data.consumeInt(0, peer.length * Byte.SIZE - 1);
        peer[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return peer;
    }

    private String address() {
        return switch (data.consumeInt(0, 5)) {
            case 0 -> data.consumeString(TEXT);
            case 1 -> dotted();
            case 2 -> "::ffff:" + dotted();
            case 3 -> groups(8);
            case 4 -> groups(data.consumeInt(0, 7)) + "::" + groups(data.consumeInt(0, 7));
            default -> groups(data.consumeInt(0, 6)) + ":" + dotted();
        };
    }

    private String dotted() {
        return IntStream.range(0, 4)
                .mapToObj(i -> Integer.toString(number(256)))
                .collect(Collectors.joining("."));
    }

    private String groups(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Integer.toHexString(number(0x1_0000)))
                .collect(Collectors.joining(":"));
    }

    /** Often zero, so that not every prefix has host bits set behind it. */
    private int number(int most) {
        return data.consumeBoolean() ? data.consumeInt(0, most) : 0;
    }

    private void edit(StringBuilder text) {
        int at = data.consumeInt(0, text.length());
        char c =
                data.consumeBoolean() ? ALPHABET.charAt(data.consumeInt(0, ALPHABET.length() - 1)) : data.consumeChar();
        switch (data.consumeInt(0, 2)) {
            case 0 -> text.insert(at, c);
            case 1 -> text.replace(at, Math.min(at + 1, text.length()), String.valueOf(c));
            default -> text.delete(at, at + 1);
        }
    }
}

package com.authgear.headers.servlet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path that every router reads alike, be it raw, decoded once or twice, normalised, or without parameters.
 *
 * <p>Its segments are those of RFC 3986, section 3.3, without {@code ;}. None is {@code .} or {@code ..}, alone or
 * before an escaped {@code ?} or {@code #}, and only the last may be empty. Only characters are escaped that have no
 * meaning to a router and cannot be written otherwise.
 */
final class PlainPath {
    /** The characters of a segment besides letters and digits, without {@code ;}. */
    private static final String PUNCTUATION = "-._~!$&'()*+,=:@";

    /** Besides letters, digits and controls: ASCII that routers read differently when it is escaped. */
    private static final String NEVER_ESCAPED = "-._~/\\%;";

    /** A dot segment for a router that decodes the path before it looks for a query or a fragment. */
    private static final Pattern DOTS_BEFORE_QUERY = Pattern.compile("/\\.\\.?%(?:23|3[Ff])");

    private static final HexFormat UPPER_CASE = HexFormat.of().withUpperCase();
    private static final int FIRST_PRINTABLE = ' ';
    private static final int DELETE = 0x7F;
    private static final int ESCAPE_LENGTH = 3;

    private PlainPath() {}

    /** Decodes a path of a request URI; null if it is not plain. */
    static @Nullable String decoded(String path) {
        return hasPlainSegments(path) ? unescaped(path) : null;
    }

    /** The path of a context as clients write it. Containers give it decoded or encoded. */
    static String encoded(String contextPath) {
        StringBuilder encoded = new StringBuilder(contextPath.length());
        for (byte b : contextPath.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) Byte.toUnsignedInt(b);
            if (c == '/' || c == '%' || isSegmentCharacter(c)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(UPPER_CASE.toHexDigits(b));
            }
        }
        return encoded.toString();
    }

    private static boolean hasPlainSegments(String path) {
        if (!path.startsWith("/")) {
            return false;
        }
        int start = 1;
        while (start < path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            if (!isPlain(path, start, end)) {
                return false;
            }
            start = end + 1;
        }
        return true;
    }

    private static boolean isPlain(String path, int start, int end) {
        boolean hasOtherThanDots = end - start > 2;
        for (int i = start; i < end; i++) {
            char c = path.charAt(i);
            if (c != '%' && !isSegmentCharacter(c)) {
                return false;
            }
            hasOtherThanDots |= c != '.';
        }
        return hasOtherThanDots;
    }

    private static @Nullable String unescaped(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        if (DOTS_BEFORE_QUERY.matcher(path).find()) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c != '%') {
                bytes.write(c);
            } else if (isPlainEscape(path, i)) {
                bytes.write(HexFormat.fromHexDigits(path, i + 1, i + ESCAPE_LENGTH));
                i += ESCAPE_LENGTH - 1;
            } else {
                return null;
            }
        }
        return utf8(bytes.toByteArray());
    }

    private static boolean isPlainEscape(String path, int start) {
        if (start + ESCAPE_LENGTH > path.length()
                || !HexFormat.isHexDigit(path.charAt(start + 1))
                || !HexFormat.isHexDigit(path.charAt(start + 2))) {
            return false;
        }
        int b = HexFormat.fromHexDigits(path, start + 1, start + ESCAPE_LENGTH);
        return b >= FIRST_PRINTABLE && b != DELETE && !isAlphanumeric(b) && NEVER_ESCAPED.indexOf(b) < 0;
    }

    private static boolean isSegmentCharacter(char c) {
        return isAlphanumeric(c) || PUNCTUATION.indexOf(c) >= 0;
    }

    private static boolean isAlphanumeric(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** Null if it is malformed: the decoder replaces what the encoder does not give back. */
    private static @Nullable String utf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes) ? text : null;
    }
}

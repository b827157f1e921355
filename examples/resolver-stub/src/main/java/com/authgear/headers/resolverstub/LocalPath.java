package com.authgear.headers.resolverstub;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a login may lead to: a path of the same host, nothing that a browser reads as another one. */
final class LocalPath {
    /** Visible ASCII without the backslash, which browsers take for a slash. */
    private static final Pattern LOCAL = Pattern.compile("/[!-\\[\\]-~]{0,2047}");

    private LocalPath() {}

    static String orRoot(@Nullable String path) {
        return path != null && isLocal(path) ? path : "/";
    }

    private static boolean isLocal(String path) {
        return LOCAL.matcher(path).matches() && !path.contains("//");
    }
}

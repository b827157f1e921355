package com.authgear.headers.examples.proxycheck;

/**
 * One request of a check.
 *
 * @param sent what is sent, in words
 * @param request the request
 * @param expected the required outcome
 */
record Case(String sent, Sent request, Expected expected) {
    /** A GET, described by its header lines. */
    static Case get(String path, Expected expected, String... lines) {
        return get(path, lines.length == 0 ? "no credential" : String.join(", ", lines), expected, lines);
    }

    /** A GET, described in words. */
    static Case get(String path, String what, Expected expected, String... lines) {
        return new Case("GET " + path + ", " + what, Sent.of("GET", path, lines), expected);
    }

    /** The same with more lines behind the others. */
    Case with(String what, String... lines) {
        return new Case(sent + ", " + what, request.with(lines), expected);
    }
}

package com.authgear.headers.examples.proxycheck;

/**
 * One request of a check.
 *
 * @param sent what is sent, for people
 * @param request the request
 * @param expected what must become of it
 */
record Case(String sent, Sent request, Expected expected) {
    /** A GET with header lines that speak for themselves. */
    static Case get(String path, Expected expected, String... lines) {
        return get(path, lines.length == 0 ? "no credential" : String.join(", ", lines), expected, lines);
    }

    /** A GET with header lines that need a name. */
    static Case get(String path, String what, Expected expected, String... lines) {
        return new Case("GET " + path + ", " + what, Sent.of("GET", path, lines), expected);
    }

    /** The same with more lines behind the others. */
    Case with(String what, String... lines) {
        return new Case(sent + ", " + what, request.with(lines), expected);
    }
}

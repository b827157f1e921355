package com.authgear.headers.defences;

/**
 * A source file of the products, or a file for a proxy.
 *
 * @param path from the project's root
 */
record SourceFile(String path) {
    static SourceFile core(String type) {
        return new SourceFile("authgear-headers-core/src/main/java/com/authgear/headers/" + type + ".java");
    }

    static SourceFile servlet(String type) {
        return new SourceFile("authgear-headers-servlet/src/main/java/com/authgear/headers/servlet/" + type + ".java");
    }

    static SourceFile spring(String type) {
        return new SourceFile("authgear-headers-spring/src/main/java/com/authgear/headers/spring/" + type + ".java");
    }

    /** Of a proxy. */
    static SourceFile recipe(String file) {
        return new SourceFile("examples/" + file);
    }
}

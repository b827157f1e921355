package com.authgear.headers.defences;

/**
 * A source file of the libraries, or a file for a proxy.
 *
 * @param path from the project's root
 * @param suite the module whose attacks its defences stop
 */
record SourceFile(String path, Suite suite) {
    static SourceFile core(String type) {
        return java("core", "", type, Suite.JETTY);
    }

    static SourceFile servlet(String type) {
        return java("servlet", "servlet/", type, Suite.JETTY);
    }

    static SourceFile spring(String type) {
        return java("spring", "spring/", type, Suite.BOOT);
    }

    /** Of a proxy. */
    static SourceFile recipe(String file) {
        return new SourceFile("examples/" + file, Suite.RECIPES);
    }

    SourceFile on(Suite other) {
        return new SourceFile(path, other);
    }

    Defence defence(String name, String code, String without) {
        return new Defence(name, this, code, without, suite);
    }

    private static SourceFile java(String library, String folder, String type, Suite suite) {
        String root = "authgear-headers-" + library + "/src/main/java/com/authgear/headers/";
        return new SourceFile(root + folder + type + ".java", suite);
    }
}

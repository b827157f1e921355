package com.authgear.headers.defences;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Deletes each defence in turn and prints the attacks that are then not held off. */
public final class Main {
    private Main() {}

    /** Arguments: words of the names of the defences wanted; none for all. */
    public static void main(String... words) throws IOException, InterruptedException {
        List<Defence> wanted = DefenceList.ALL.stream()
                .filter(defence -> words.length == 0 || Arrays.stream(words).anyMatch(defence::matches))
                .toList();
        int unneeded = 0;
        try (Checkout checkout = Checkout.of(Path.of("").toAbsolutePath())) {
            for (Defence defence : wanted) {
                unneeded += report(defence, checkout.failuresWithout(defence));
            }
        }
        System.out.printf("%n%d defences deleted, %d of them unnoticed%n", wanted.size(), unneeded);
        System.exit(unneeded == 0 && !wanted.isEmpty() ? 0 : 1);
    }

    private static int report(Defence defence, List<String> failures) {
        System.out.printf("%n%-8s %s (%s)%n", failures.size() + " fail", defence.name(), defence.suite());
        failures.stream().distinct().limit(5).forEach(row -> System.out.println("         " + row));
        System.out.flush();
        return failures.isEmpty() ? 1 : 0;
    }
}

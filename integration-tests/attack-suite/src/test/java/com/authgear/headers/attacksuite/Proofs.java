package com.authgear.headers.attacksuite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/** Which classes of the suite prove what, by the rows of the table and by the tags of tests. */
final class Proofs {
    private Proofs() {}

    /** The names of the classes by the kind of attack. */
    static Map<String, Set<String>> all() {
        Map<String, Set<String>> proofs = new TreeMap<>();
        AttackTable.attacks().forEach(attack -> add(proofs, attack.id(), AttackTests.class.getSimpleName()));
        for (Class<?> testClass : testClasses()) {
            Stream.concat(Stream.of(testClass), Arrays.stream(testClass.getDeclaredMethods()))
                    .flatMap(Proofs::tags)
                    .forEach(id -> add(proofs, id, testClass.getSimpleName()));
        }
        return proofs;
    }

    /** The reasons that the rows of the table may give, by the kind of attack. */
    static Map<String, Set<String>> codes() {
        Map<String, Set<String>> codes = new TreeMap<>();
        AttackTable.attacks().forEach(attack -> {
            codes.computeIfAbsent(attack.id(), id -> new TreeSet<>());
            attack.outcome().codes().forEach(code -> add(codes, attack.id(), code));
        });
        return codes;
    }

    static boolean isOfTheSuite(String simpleName) {
        return testClasses().stream().anyMatch(test -> test.getSimpleName().equals(simpleName));
    }

    private static Stream<String> tags(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotationsByType(Tag.class)).map(Tag::value);
    }

    private static void add(Map<String, Set<String>> map, String key, String value) {
        map.computeIfAbsent(key, absent -> new TreeSet<>()).add(value);
    }

    private static List<Class<?>> testClasses() {
        try (Stream<Path> files = Files.list(classes())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Tests.class"))
                    .<Class<?>>map(name -> load(name.substring(0, name.indexOf('.'))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path classes() {
        try {
            return Path.of(AttackTable.class.getResource("AttackTable.class").toURI())
                    .resolveSibling("");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String simpleName) {
        try {
            return Class.forName(AttackTable.class.getPackageName() + "." + simpleName);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}

package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page and the code state the same. */
final class AttackPageTests {
    @Test
    void pageNamesTheTestsOfEachAttackAndNoOther() throws IOException {
        Map<String, Set<String>> onThePage = new TreeMap<>();
        for (AttackPage.Line line : AttackPage.lines()) {
            Set<String> classes =
                    line.testClasses().filter(Proofs::isOfTheSuite).collect(Collectors.toCollection(TreeSet::new));
            if (!classes.isEmpty()) {
                onThePage.put(line.id(), classes);
            }
        }
        assertThat(onThePage).isEqualTo(Proofs.all());
    }

    @Test
    void pageNamesTheReasonsOfEachAttackAndNoOther() throws IOException {
        Map<String, Set<String>> codes = Proofs.codes();
        for (AttackPage.Line line : AttackPage.lines()) {
            if (codes.containsKey(line.id())) {
                assertThat(line.codes().toList())
                        .as(line.id())
                        .containsExactlyInAnyOrderElementsOf(codes.get(line.id()));
            }
        }
    }

    @Test
    void eachAttackStandsOnceAndIsProved() throws IOException {
        List<AttackPage.Line> lines = AttackPage.lines();
        assertThat(lines).extracting(AttackPage.Line::id).isSorted().doesNotHaveDuplicates();
        assertThat(lines).allSatisfy(line -> assertThat(line.testClasses()).isNotEmpty());
    }

    @Test
    void testsElsewhereExist() throws IOException {
        Set<String> files = javaFiles();
        for (AttackPage.Line line : AttackPage.lines()) {
            assertThat(line.testClasses().map(name -> name + ".java")).isSubsetOf(files);
        }
    }

    @Test
    void pageIsLinked() throws IOException {
        assertThat(Files.readString(AttackPage.ROOT.resolve("README.md"))).contains("](docs/attacks.md)");
        assertThat(Files.readString(AttackPage.ROOT.resolve(".github/SECURITY.md")))
                .contains("](../docs/attacks.md)");
    }

    private static Set<String> javaFiles() throws IOException {
        try (Stream<Path> files = Files.find(
                AttackPage.ROOT, 14, (file, attributes) -> file.toString().endsWith("Tests.java"))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}

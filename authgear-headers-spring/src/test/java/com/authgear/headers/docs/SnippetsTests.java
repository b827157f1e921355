package com.authgear.headers.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.authgear.headers.spring.boot.AuthgearHeadersProperties;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every block of the README and of docs is a piece of something that this build compiles or runs. Java blocks show the
 * imports that they need and no others.
 */
final class SnippetsTests {
    private static final List<Program> PROGRAMS = programs();

    static Stream<Page> pages() {
        return Page.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyBlockIsCompiledOrRun(Page page) {
        for (Page.Block block : page.blocks()) {
            String text = block.text();
            switch (block.language()) {
                case "java" -> assertIsCompiled(text);
                case "nginx" -> assertStandsIn(text, ".conf");
                case "xml" -> assertIsArtifactOrStandsInDescriptor(text);
                case "properties" -> assertIsOfProperties(text);
                case "text", "" -> {}
                default -> fail("%s: a block of another language: %s", page, block.language());
            }
        }
    }

    @Test
    void javaBlocksAreFound() {
        assertThat(Page.all().flatMap(page -> page.blocks().stream()).map(Page.Block::language))
                .filteredOn("java"::equals)
                .hasSizeGreaterThan(20);
    }

    private static void assertIsCompiled(String block) {
        List<String> imports =
                block.lines().filter(line -> line.startsWith("import ")).toList();
        String code = bare(block.lines().filter(line -> !line.startsWith("import ")));
        List<List<String>> needed = PROGRAMS.stream()
                .filter(program -> program.code().contains(code))
                .map(program -> program.importsFor(code))
                .toList();
        assertThat(needed).as("nothing compiled has:\n%s", code).isNotEmpty();
        assertThat(needed).as("imports of:\n%s", code).contains(imports);
    }

    private static void assertStandsIn(String block, String suffix) {
        assertThat(Page.files("examples", suffix)
                        .map(file -> bare(Page.text(file).lines())))
                .anySatisfy(file -> assertThat(file).contains(bare(block.lines())));
    }

    private static void assertIsArtifactOrStandsInDescriptor(String block) {
        if (!block.startsWith("<dependency>")) {
            assertStandsIn(block, ".xml");
            return;
        }
        String parent = Page.text(Page.ROOT.resolve("pom.xml"));
        assertThat(element("version", block)).isEqualTo(element("version", parent));
        Path pom = Page.ROOT.resolve(element("artifactId", block)).resolve("pom.xml");
        assertThat(Files.exists(pom)).as(block).isTrue();
    }

    /** Properties of others are those of Spring Boot. */
    private static void assertIsOfProperties(String block) {
        List<String> ours = OptionTablesTests.properties(AuthgearHeadersProperties.class, "")
                .map(OptionTablesTests.Option::name)
                .toList();
        assertThat(block.lines().filter(line -> line.startsWith("authgear.headers.")))
                .allSatisfy(line ->
                        assertThat(ours).contains(line.replaceAll("=.*", "").substring("authgear.headers.".length())));
    }

    private static String element(String name, String xml) {
        return xml.replaceAll("(?s).*?<" + name + ">([^<]+)<.*", "$1");
    }

    private static List<Program> programs() {
        return Stream.of("examples", "integration-tests")
                .flatMap(folder -> Page.files(folder, ".java"))
                .map(Page::text)
                .map(Program::of)
                .toList();
    }

    /** Indentation and blank lines aside, and whether a class is nested. */
    private static String bare(Stream<String> lines) {
        return lines.map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.replaceFirst("\\bstatic (?=(final )?class )", ""))
                .collect(Collectors.joining("\n"));
    }

    /**
     * A file that is compiled.
     *
     * @param imports its imports, in their order
     * @param code the rest
     */
    private record Program(List<String> imports, String code) {
        static Program of(String file) {
            return new Program(
                    file.lines().filter(line -> line.startsWith("import ")).toList(),
                    bare(file.lines().filter(line -> !line.startsWith("import "))));
        }

        /** Those whose name stands in a piece of the code, outside of texts and comments. */
        List<String> importsFor(String piece) {
            String names = piece.replaceAll("\"[^\"]*\"|//.*", "");
            return imports.stream()
                    .filter(line -> Pattern.compile("\\b" + line.replaceAll(".*\\.|;", "") + "\\b")
                            .matcher(names)
                            .find())
                    .toList();
        }
    }
}

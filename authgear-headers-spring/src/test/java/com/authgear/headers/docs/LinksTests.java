package com.authgear.headers.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links of all pages of the repository, to files and to headings. */
final class LinksTests {
    static Stream<Path> pages() {
        return Page.files("", ".md");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path file) {
        Page page = Page.read(file);
        assertThat(page.links().stream().filter(link -> !link.matches("https?://.*")))
                .allSatisfy(link -> assertLeadsSomewhere(page, link));
    }

    @Test
    void linkToAMissingHeadingIsFound() {
        Page page = new Page(Page.ROOT.resolve("docs/x.md"), "# A `b` c, d\n# A\n# A\n```\n# no\n```\n[x](y.md#z)\n");
        assertThat(page.anchors()).containsExactlyInAnyOrder("a-b-c-d", "a", "a-1");
        assertThat(page.links()).containsExactly("y.md#z");
    }

    @Test
    void everyPageOfDocsIsLinkedFromTheReadme() {
        String readme = Page.text(Page.ROOT.resolve("README.md"));
        assertThat(readme.lines()).hasSizeLessThanOrEqualTo(120);
        assertThat(Page.files("docs", ".md"))
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(page -> assertThat(readme).contains("](docs/" + page.getFileName()));
    }

    private static void assertLeadsSomewhere(Page page, String link) {
        String[] parts = link.split("#", 2);
        Path file = parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]);
        assertThat(Files.exists(file)).as("%s: %s", page, link).isTrue();
        if (parts.length == 2) {
            assertThat(Page.read(file).anchors()).as("%s: %s", page, link).contains(parts[1]);
        }
    }
}

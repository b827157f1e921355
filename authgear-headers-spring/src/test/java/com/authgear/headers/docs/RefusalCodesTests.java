package com.authgear.headers.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.RefusedHeadersException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code docs/troubleshooting.md} has every code that a client or a log can show, and no other.
 *
 * <p>The codes are found, not listed: the constants of each enum that makes refusals or has a method {@code code()},
 * and what else is written like one in the sources.
 */
final class RefusalCodesTests {
    private static final List<String> MODULES =
            List.of("authgear-headers-core", "authgear-headers-servlet", "authgear-headers-spring");
    private static final Pattern WRITTEN = Pattern.compile("(?<!=)\"([a-z]+(?:_[a-z]+)+)\"");
    /** Authentication methods, and names of a cookie and of parameters. */
    private static final Pattern NO_CODE = Pattern.compile("x_.*|app_access_token|return_to|step_up");

    private static final String HEADING = "\n### `";

    static Stream<String> sections() {
        return Stream.of(Page.read("docs/troubleshooting.md").text().split(HEADING, -1))
                .skip(1)
                .map(section -> section.split("\n##", -1)[0]);
    }

    @Test
    void everyCodeHasASectionAndEverySectionACode() {
        Set<String> codes = Stream.concat(ofEnums(), inSources()).collect(Collectors.toCollection(TreeSet::new));
        assertThat(codes)
                .contains("secret_missing", "contradiction", "ambiguous_target", "factor_unavailable", "invalid_token");
        assertThat(sections().map(section -> section.split("`", -1)[0])).containsExactlyInAnyOrderElementsOf(codes);
    }

    @ParameterizedTest
    @MethodSource("sections")
    void sectionSaysWhatHappenedHowToSeeItAndHowToMendIt(String section) {
        assertThat(section).containsSubsequence("- **What happened.** ", "- **See it.** ", "- **Mend it.** ");
    }

    private static Stream<String> ofEnums() {
        return sources()
                .map(RefusalCodesTests::type)
                .flatMap(type -> Stream.concat(Stream.of(type), Stream.of(type.getDeclaredClasses())))
                .filter(type ->
                        type.isEnum() && Stream.of(type.getDeclaredMethods()).anyMatch(RefusalCodesTests::refuses))
                .flatMap(type -> Stream.of(type.getEnumConstants()))
                .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT));
    }

    private static boolean refuses(Method method) {
        return RefusedHeadersException.class.isAssignableFrom(method.getReturnType())
                || (method.getName().equals("code") && method.getReturnType() == String.class);
    }

    private static Stream<String> inSources() {
        return sources()
                .flatMap(source -> WRITTEN.matcher(Page.text(source)).results())
                .map(found -> found.group(1))
                .filter(word -> !NO_CODE.matcher(word).matches());
    }

    private static Stream<Path> sources() {
        return MODULES.stream()
                .flatMap(module -> Page.files(module + "/src/main/java", ".java"))
                .filter(file -> !file.endsWith("package-info.java") && !file.endsWith("module-info.java"));
    }

    private static Class<?> type(Path source) {
        String name =
                source.toString().replaceAll(".*/src/main/java/|\\.java$", "").replace('/', '.');
        try {
            return Class.forName(name, false, RefusalCodesTests.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}

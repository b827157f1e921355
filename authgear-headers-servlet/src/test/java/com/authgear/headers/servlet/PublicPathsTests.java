package com.authgear.headers.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PublicPathsTests {
    private static final PublicPaths PATHS = PublicPaths.of("/public/*", "/health");

    @ParameterizedTest
    @ValueSource(strings = {"/public", "/public/", "/public/a.b/c", "/public/\u00e4", "/health"})
    void plainPathIsOptional(String path) {
        assertThat(PATHS.include(plain(path))).isTrue();
        assertThat(PATHS.areUnsureOf(plain(path))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/me", "/health/", "/Public/x", "/publicity"})
    void everyOtherPathIsNot(String path) {
        assertThat(PATHS.include(plain(path))).isFalse();
        assertThat(PATHS.areUnsureOf(new Target(false, Set.of(path)))).isFalse();
    }

    @Test
    void targetThatIsNotPlainIsNot() {
        Target target = new Target(false, Set.of("/public/x"));
        assertThat(PATHS.include(target)).isFalse();
        assertThat(PATHS.areUnsureOf(target)).isTrue();
        assertThat(PublicPaths.of("/*").include(target)).isFalse();
    }

    @Test
    void everyReadingMustBeOptional() {
        assertThat(PATHS.include(plain("/public/x", "/health"))).isTrue();
        assertThat(PATHS.areUnsureOf(plain("/public/x", "/health"))).isFalse();
        assertThat(PATHS.include(plain("/public/x", "/me"))).isFalse();
        assertThat(PATHS.areUnsureOf(plain("/public/x", "/me"))).isTrue();
    }

    @Test
    void whereThereIsNoRuleAboutPathsTheFormDoesNotMatter() {
        Target target = new Target(false, Set.of("/public/x"));
        assertThat(PublicPaths.ALL.include(target)).isTrue();
        assertThat(PublicPaths.NONE.include(target)).isFalse();
        assertThat(PublicPaths.NONE.include(plain("/public/x"))).isFalse();
        assertThat(PublicPaths.ALL.areUnsureOf(target)).isFalse();
        assertThat(PublicPaths.NONE.areUnsureOf(target)).isFalse();
    }

    @Test
    void extensionIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublicPaths.of("/public/*", "*.css"))
                .withMessageContainingAll("\"*.css\"", "/admin/x.css", "/static/*");
    }

    private static Target plain(String... paths) {
        return new Target(true, Set.of(paths));
    }
}

package com.authgear.headers.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.json.JsonParserFactory;

/** What an editor offers for {@code authgear.headers}. */
final class MetadataTests {
    private final Map<String, Object> metadata = metadata();

    @Test
    void everyPropertyHasADescription() {
        List<Map<?, ?>> properties = list("properties");
        assertThat(properties).hasSize((int) names().count());
        assertThat(names())
                .allSatisfy(name -> assertThat(properties).anySatisfy(property -> {
                    assertThat(property.get("name")).isEqualTo(name);
                    assertThat(String.valueOf(property.get("description"))).matches("[A-Z].+\\.");
                }));
    }

    @Test
    void everyHintIsForAPropertyThatExists() {
        List<String> names = names().toList();
        assertThat(list("hints"))
                .isNotEmpty()
                .allSatisfy(hint -> assertThat(names)
                        .contains(String.valueOf(hint.get("name")).replaceAll("\\.(keys|values)$", "")));
    }

    private static Stream<String> names() {
        return components(AuthgearHeadersProperties.class, "authgear.headers.");
    }

    private static Stream<String> components(Class<?> type, String prefix) {
        return Arrays.stream(type.getRecordComponents()).flatMap(component -> {
            String name = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
            return component.getType().isRecord()
                    ? components(component.getType(), prefix + name + ".")
                    : Stream.of(ConfigurationPropertyName.of(prefix + name).toString());
        });
    }

    private List<Map<?, ?>> list(String name) {
        return ((List<?>) Objects.requireNonNull(metadata.get(name)))
                .stream()
                        .<Map<?, ?>>map(each -> (Map<?, ?>) each)
                        .filter(each -> String.valueOf(each.get("name")).startsWith("authgear."))
                        .toList();
    }

    private static Map<String, Object> metadata() {
        try (InputStream in = MetadataTests.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return JsonParserFactory.getJsonParser().parseMap(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

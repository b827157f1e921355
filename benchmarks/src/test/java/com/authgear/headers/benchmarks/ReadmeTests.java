package com.authgear.headers.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The README states the figures that were measured. */
final class ReadmeTests {
    private static final Results RESULTS = Results.read(Path.of("results.json"));

    @Test
    void tableIsThatOfTheResultsBesideIt() throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains("```\n" + Report.of(RESULTS) + "```\n");
        assertThat(RESULTS.taken()).containsEntry("Command", "benchmarks/run");
    }

    @Test
    void pictureShowsTheResultsBesideIt() throws IOException {
        assertThat(Files.readString(Path.of("chart.svg"))).contains(labels());
        assertThat(Path.of("../README.md")).content().contains("(benchmarks/chart.svg)", "benchmarks/run");
    }

    @Test
    void pictureIsDrawnFromResults(@TempDir Path folder) throws IOException {
        Path chart = folder.resolve("chart.svg");
        Chart.write(RESULTS, chart);
        assertThat(chart)
                .content()
                .contains(labels())
                .contains("our servlet filter", "an RS256 token, NimbusJwtDecoder");
    }

    @Test
    void resultsCanBeWrittenAndRead(@TempDir Path folder) {
        RESULTS.write(folder.resolve("results.json"));
        assertThat(Results.read(folder.resolve("results.json"))).isEqualTo(RESULTS);
    }

    /** The README names each missed goal and what was tried. */
    @ParameterizedTest
    @EnumSource
    void goalThatIsMissedIsExplained(Goal goal) {
        String heading = "### Missed: " + goal.title();
        assertThat(Path.of("README.md"))
                .content()
                .satisfies(readme -> assertThat(readme.contains(heading)).isEqualTo(!goal.isMet(RESULTS)));
    }

    private static String[] labels() {
        return Stream.of("ParseBenchmark.parse VALID", "FilterBenchmark.filter", "JwtBenchmark.rs256")
                .map(name -> String.format(
                        Locale.ROOT, ">%,d ns<", Math.round(RESULTS.of(name).time())))
                .toArray(String[]::new);
    }
}

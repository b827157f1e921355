package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page states for this container what the peer tests find. */
final class PeerPageTests {
    private static final Path PAGE = Path.of("../../docs/attacks.md");
    private static final String HEADING = "| around the application |";

    @Test
    void pageSaysUnderWhatThePeerIsTold() throws IOException {
        Map<String, String> found =
                Surroundings.all().collect(Collectors.toMap(Surroundings::name, Surroundings::verdict));
        assertThat(column()).isEqualTo(found);
    }

    /** The non-empty cells of this container, by the first cell of their row. */
    private static Map<String, String> column() throws IOException {
        List<List<String>> table = Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.startsWith(HEADING))
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.asList(line.split(" *\\| *", -1)))
                .toList();
        int column = table.get(0).indexOf(container());
        Map<String, String> cells = new TreeMap<>();
        table.stream()
                .skip(2)
                .filter(line -> !line.get(column).isEmpty())
                .forEach(line -> cells.put(line.get(1), line.get(column)));
        return cells;
    }

    /** Jetty, Tomcat or Undertow. */
    private static String container() {
        String module = Application.CONTAINER.getClass().getPackageName();
        String name =
                module.substring("com.authgear.headers.attacksuite.".length()).split("\\.", 2)[0];
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}

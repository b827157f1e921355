package com.authgear.headers.examples.proxycheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.ProxyProgram;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The README shows the program's real output and options. */
final class ReadmeTests {
    private static final String JAR = "java -jar examples/proxy-check/target/proxy-check.jar ";

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    @Test
    void theExampleIsWhatTheReportPrints() throws IOException {
        String shown = readme().split("```\n", -1)[1];
        assertThat(shown).startsWith("FAIL  forged-user-roles");
        try (CheckedProxy proxy =
                CheckedProxy.of(ProxyProgram.NGINX, Path.of("../proxies/nginx"), BrokenNginx.ROLES.change())) {
            List<Result> results = proxy.run(proxy.target(), "forged-user-roles"::equals);
            StringWriter printed = new StringWriter();
            new Report(Remedies.of(EnumSet.of(Kind.GENERIC, Kind.NGINX)), new PrintWriter(printed)).print(results);
            assertThat(printed.toString()).contains(shown);
        }
    }

    @Test
    void itsCommandsAreTaken() throws IOException {
        List<String> commands = readme().lines()
                .map(String::strip)
                .filter(line -> line.startsWith(JAR))
                .toList();
        assertThat(commands)
                .hasSize(2)
                .allSatisfy(command -> Main.commandLine()
                        .parseArgs(command.substring(JAR.length()).split(" ", -1)));
    }

    @Test
    void itNamesEveryOption() throws IOException {
        String readme = readme();
        assertThat(Main.commandLine().getCommandSpec().options())
                .extracting(OptionSpec::longestName)
                .allSatisfy(option -> assertThat(readme).contains(option));
    }

    @Test
    void itsExitCodesAreThoseOfTheProgram() throws IOException {
        String readme = readme();
        assertThat(readme)
                .contains("| " + CommandLine.ExitCode.OK + " | every check that ran holds |")
                .contains("| " + Main.FAILED + " | at least one does not |")
                .contains("| " + Main.NOT_CHECKED + " | nothing was checked");
    }

    @Test
    void checksThatTroubleshootingNamesExist() throws IOException {
        ProxyTarget target = ProxyTarget.of(URI.create("http://127.0.0.1:8080")).withPaths("/", "/api");
        List<String> names = ProxyCheck.checks(target).stream().map(Check::name).toList();
        assertThat(Pattern.compile("--only ([^` ]+)")
                        .matcher(Files.readString(Path.of("../../docs/troubleshooting.md")))
                        .results()
                        .map(only -> List.of(only.group(1).replace("'", "").split(","))))
                .isNotEmpty()
                .allSatisfy(only -> new Selection(only, List.of()).requireKnown(names));
    }
}

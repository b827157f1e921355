package com.authgear.headers.resolverstub;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class MainTests {
    @TempDir
    private Path folder = Path.of("");

    private record Run(int exitCode, String out, String err) {
        static Run of(String... args) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            CommandLine commandLine =
                    Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
            int exitCode = commandLine.execute(args);
            return new Run(exitCode, out.toString(), err.toString());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --port=x               | 2 | Invalid value for option '--port'
            --port=70000           | 1 | port must be 0 to 65535
            --nonsense             | 2 | Unknown option: '--nonsense'
            stray                  | 2 | Unmatched argument at index 0: 'stray'
            --fault=maybe          | 2 | Invalid value for option '--fault'
            --fault=NONE           | 2 | Invalid value for option '--fault'
            --fault=slow           | 2 | Invalid value for option '--fault'
            --fault=slow:x         | 2 | Invalid value for option '--fault'
            --fault=slow:-1        | 2 | Invalid value for option '--fault'
            --cookie-prefix=a;b    | 1 | the cookie prefix may have
            --cookie-domain=a;b    | 1 | the cookie domain may have
            --users=/no/such/file  | 1 | /no/such/file: this file cannot be read
            --client=              | 1 | the client id is empty
            --redirect-uri=/cb     | 1 | no http or https URI of a host: /cb
            --post-logout-uri=x:y  | 1 | no http or https URI of a host: x:y
            --users=/              | 1 | /: this file cannot be read
            """)
    void mistakesAreOneLine(String arg, int exitCode, String message) {
        assertOneLine(Run.of(arg), exitCode, message);
    }

    private static void assertOneLine(Run run, int exitCode, String message) {
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).startsWith("resolver-stub: " + message);
    }

    @Test
    void aBadTableOfUsers() throws IOException {
        Path file = Files.writeString(folder.resolve("u.json"), "{\"u\": {\"verifed\": true}}");
        assertOneLine(
                Run.of("--port=0", "--users", file.toString()), 1, file + ": user \"u\": verifed is no known field");
    }

    @Test
    void aTakenPort() throws IOException {
        try (ServerSocket taken = Fixtures.take(1, 0)) {
            String port = Integer.toString(taken.getLocalPort());
            assertOneLine(Run.of("--port", port), 1, "cannot listen on 127.0.0.1:" + port + ": ");
        }
    }

    @Test
    void help() {
        Run run = Run.of("--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("no security product")
                .contains("--port", "--users", "--host", "--trust-proxy", "--cookie-prefix", "--cookie-domain", "--amr")
                .contains("--legacy-invalid-bearer", "--legacy-acr", "--fault", "slow:MILLIS", "--help")
                .contains("--client", "--redirect-uri", "--post-logout-uri", "http://127.0.0.1:8080/authgear/callback");
    }

    @ParameterizedTest
    @CsvSource({
        "none, NONE",
        "error-json, ERROR_JSON",
        "error-text, ERROR_TEXT",
        "no-headers, NO_HEADERS",
        "not-found, NOT_FOUND",
        "hang, HANG"
    })
    void faults(String option, Fault.Simple fault) {
        assertThat(new FaultOption().convert(option)).isEqualTo(fault);
    }

    @Test
    void slow() {
        assertThat(new FaultOption().convert("slow:1500")).isEqualTo(new Fault.Slow(Duration.ofMillis(1500)));
    }

    /** The program as its users run it: in a process of its own, stopped by a signal. */
    @Test
    void runsUntilItIsInterrupted() throws Exception {
        Process process = program(
                "--port=0",
                "--cookie-prefix=x_",
                "--cookie-domain=h.example",
                "--amr",
                "--host=h.example",
                "--trust-proxy",
                "--legacy-invalid-bearer",
                "--legacy-acr");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> greeting = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                greeting.add(String.valueOf(out.readLine()));
            }
            String text = String.join("\n", greeting);
            assertThat(text).contains("stub for examples and tests and no security product", "alice, bob, carol, dave");
            int port = Integer.parseInt(text.replaceAll("(?s).*http://127\\.0\\.0\\.1:(\\d+)/login.*", "$1"));
            assertSwitches(RawClient.of(port));
            process.toHandle().destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as("ended by SIGTERM").isEqualTo(143);
            assertThat(out.readLine()).as("no log, no stack trace").isNull();
        } finally {
            process.destroyForcibly();
        }
    }

    private static void assertSwitches(RawClient client) throws IOException {
        assertThat(client.send(RawRequest.get("/resolve")).status()).isEqualTo(404);
        String host = "X-Forwarded-Host: h.example";
        RawResponse bob = client.send(RawRequest.get("/resolve", host, "Cookie: x_session=bob"));
        assertThat(bob.header("X-Authgear-User-Id")).contains("bob");
        assertThat(bob.headers("X-Authgear-Session-Acr")).containsExactly("");
        RawResponse alice = client.send(RawRequest.get("/resolve", host, "Authorization: Bearer alice"));
        assertThat(alice.header("X-Authgear-Session-Amr").orElse("")).startsWith("mfa otp pwd");
        RawResponse cleared = client.send(RawRequest.get("/resolve", host, "Cookie: x_session=gone"));
        assertThat(cleared.header("Set-Cookie").orElse("")).startsWith("x_session=; Path=/; Domain=h.example;");
        RawResponse gone = client.send(RawRequest.get("/resolve", host, "Authorization: Bearer gone"));
        assertThat(gone.header("X-Authgear-Session-Valid")).contains("false");
    }

    private static Process program(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}

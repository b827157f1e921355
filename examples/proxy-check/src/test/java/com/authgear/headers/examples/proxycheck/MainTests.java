package com.authgear.headers.examples.proxycheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class MainTests {
    private record Run(int exitCode, String out, String err) {
        static Run of(String... args) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            CommandLine commandLine =
                    Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
            int exitCode = commandLine.execute(args);
            return new Run(exitCode, out.toString(), err.toString());
        }

        /** Against a proxy without any rule, which must know the backend's port before. */
        static Run behindNoRules(String... args) throws IOException {
            int port = freePort();
            try (PassThroughProxy proxy = PassThroughProxy.to(port)) {
                List<String> all = new ArrayList<>(List.of(
                        "--proxy=" + proxy.address(), "--backend-port=" + port, "--resolver-port=0", "--patience=5"));
                all.addAll(List.of(args));
                return of(all.toArray(String[]::new));
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --nonsense                   | Unknown option: '--nonsense'
            --backend-port=x             | Invalid value for option '--backend-port'
            --proxy=ftp://127.0.0.1      | the proxy must be given as http://host:port
            --proxy=http://127.0.0.1/api | the proxy must be given as http://host:port
            --proxy=127.0.0.1:8080       | Invalid value for option '--proxy'
            --path=api                   | a path must begin with /
            --patience=0                 | the patience must be a second or more
            --for=apache                 | Invalid value for option '--for'
            --only=nothing               | there is no check nothing
            --skip=*                     | no check is left to run
            """)
    void mistakesAreOneLine(String arg, String message) {
        Run run = Run.of(arg);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).startsWith("proxy-check: " + message);
    }

    @Test
    void aProxyThatIsNotThereIsSaid() throws IOException {
        String address = "http://127.0.0.1:" + freePort();
        Run run = Run.of("--proxy=" + address, "--backend-port=0", "--resolver-port=0");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("proxy-check: nothing listens at " + address);
    }

    @Test
    void aNameOfNoHostIsSaid() {
        Run run = Run.of("--proxy=http://no-such-host.invalid", "--backend-port=0", "--resolver-port=0");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).endsWith("proxy-check: there is no host of this name: no-such-host.invalid\n");
    }

    @Test
    void aPortInUseIsSaidWithItsOption() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Run run = Run.of("--backend-port=0", "--resolver-port=" + taken.getLocalPort());
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("--resolver-port=<port>");
        }
    }

    @Test
    void everythingOfAProxyWithoutRulesFails() throws IOException {
        Run run = Run.behindNoRules("--only=forged-*,alias-*,secret");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("FAIL  forged-user-roles", "nginx     proxy_set_header x-authgear-user-roles $ag_user_roles;")
                .contains("skip  valid-bearer")
                .containsPattern("(?m)^2 held, 13 failed, \\d+ skipped: forged-session-valid, ");
        assertThat(run.err()).containsPattern("(?m)^\\d+/\\d+ forged-user-roles$");
    }

    @Test
    void exitCodeIsZeroWhereAllThatRanHolds() throws IOException {
        Run run = Run.behindNoRules("--only=body,h2c", "--for=generic");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).containsPattern("(?m)^ok +body ").contains("2 held, 0 failed");
    }

    @Test
    void jsonSaysTheSame() throws IOException {
        Run run = Run.behindNoRules("--only=forged-user-id,body", "--json", "--for=haproxy");
        JsonNode report = new JsonMapper().readTree(run.out());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(report.path("holds").booleanValue()).isFalse();
        JsonNode forged = check(report, "forged-user-id");
        assertThat(forged.path("verdict").stringValue()).isEqualTo("failed");
        assertThat(forged.path("reached").stringValue()).isEqualTo("user-id=mallory");
        assertThat(forged.path("sent").stringValue()).contains("no credential, X-Authgear-User-Id: mallory");
        assertThat(forged.path("arrived").toString()).contains("X-Authgear-User-Id: mallory");
        assertThat(forged.path("mend").propertyNames()).containsExactly("haproxy");
        assertThat(check(report, "body").path("verdict").stringValue()).isEqualTo("held");
        assertThat(check(report, "secret").path("verdict").stringValue()).isEqualTo("skipped");
    }

    private static JsonNode check(JsonNode report, String name) {
        return report.path("checks")
                .valueStream()
                .filter(check -> check.path("name").stringValue().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void listNamesTheChecksOfThePathsToo() {
        Run run = Run.of("--list", "--path=/", "--path=/ws", "--open-path=/health", "--no-secret");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("path:/ws ", "open:/health ", "forged-user-roles ", "(optional) A WebSocket opens")
                .doesNotContain("secret-forged");
    }
}

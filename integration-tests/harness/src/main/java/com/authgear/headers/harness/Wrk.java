package com.authgear.headers.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The load generator.
 *
 * @param program where it is
 * @param time how long to measure
 * @param connections how many clients at once
 */
public record Wrk(Path program, Duration time, int connections) {
    private static final int WARM_UP_SHARE = 4;

    /**
     * What it measured.
     *
     * @param requestsPerSecond answers a second, all of status 2xx or 3xx
     * @param median the median latency, as wrk prints it
     * @param slowest the 99th percentile of the latency, as wrk prints it
     */
    public record Result(double requestsPerSecond, String median, String slowest) {
        static Result parse(String printed) {
            if (printed.contains("Non-2xx or 3xx responses") || printed.contains("Socket errors")) {
                throw new IllegalStateException("not every answer was good:\n" + printed);
            }
            return new Result(
                    Double.parseDouble(find(printed, "Requests/sec:\\s+([0-9.]+)")),
                    find(printed, "50%\\s+(\\S+)"),
                    find(printed, "99%\\s+(\\S+)"));
        }

        private static String find(String printed, String pattern) {
            Matcher found = Pattern.compile(pattern).matcher(printed);
            if (!found.find()) {
                throw new IllegalStateException("wrk printed something else:\n" + printed);
            }
            return found.group(1);
        }
    }

    /**
     * Loads a server, after a warm-up for the JIT compiler.
     *
     * @param url what is asked for
     * @param headers lines of each request
     * @return what was measured
     * @throws IOException if wrk cannot be started, or fails
     */
    public Result run(String url, List<String> headers) throws IOException {
        print(url, headers, time.dividedBy(WARM_UP_SHARE).plusSeconds(1));
        return Result.parse(print(url, headers, time));
    }

    private String print(String url, List<String> headers, Duration duration) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString(), "--latency", "-t1"));
        command.add("-c" + connections);
        command.add("-d" + duration.toSeconds() + "s");
        headers.forEach(header -> command.addAll(List.of("-H", header)));
        command.add(url);
        Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (wrk.onExit().join().exitValue() != 0) {
            throw new IOException("wrk failed:\n" + printed);
        }
        return printed;
    }
}

package com.authgear.headers.bootsuite;

import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Chromium without a window and with a new profile, driven by chromedriver over the WebDriver protocol of the W3C.
 * Elements are named by CSS selectors. A call waits, within bounds, until its element is there: to see the page that a
 * click leads to, name what only that page has. What the driver answers but success is an {@link IOException} with its
 * words. Not thread-safe.
 */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int TRIES = 10;
    private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");
    private static final Pattern SESSION = Pattern.compile("\"sessionId\":\"([^\"]+)\"");
    private static final Pattern ELEMENT = Pattern.compile("\"element-[0-9a-f-]+\":\"([^\"]+)\"");
    /** A string, or the last member of an object: members come in the order of the alphabet. */
    private static final Pattern VALUE = Pattern.compile("\"value\":\"((?:[^\"\\\\]|\\\\.)*)\"}+$");

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u(....)|(.))");
    private final Process driver;
    private final RawClient client;
    private final String session;

    private Browser(Process driver, RawClient client, String session) {
        this.driver = driver;
        this.client = client;
        this.session = session;
    }

    /**
     * Starts one, on a port that the driver chooses.
     *
     * @param driver the program chromedriver
     * @param browser the program chromium, of the same version
     */
    static Browser start(Path driver, Path browser) throws IOException {
        Process process = new ProcessBuilder(driver.toString(), "--port=0")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            RawClient client = RawClient.of(port(process)).within(PATIENCE);
            String answer = send(client, "POST", "/session", capabilities(browser));
            return new Browser(process, client, "/session/" + found(SESSION, answer));
        } catch (IOException | RuntimeException e) {
            end(process);
            throw e;
        }
    }

    private static String capabilities(Path browser) {
        return """
            {"capabilities": {"alwaysMatch": {
              "timeouts": {"implicit": 30000, "pageLoad": 60000, "script": 30000},
              "goog:loggingPrefs": {"browser": "SEVERE"},
              "goog:chromeOptions": {"binary": %s, "args": ["headless=new", "no-sandbox", "disable-gpu", "disable-quic",
                "disable-dev-shm-usage", "no-first-run", "disable-background-networking", "disable-component-update",
                "disable-sync", "no-proxy-server"]}}}}
            """.formatted(quoted(browser.toString()));
    }

    /** Goes to an address, and returns when the page has been loaded with all that belongs to it. */
    void open(String url) throws IOException {
        post("/url", "{\"url\": " + quoted(url) + "}");
    }

    void click(String selector) throws IOException {
        ask(selector, "POST", "/click", "{}");
    }

    void type(String selector, String text) throws IOException {
        ask(selector, "POST", "/value", "{\"text\": " + quoted(text) + "}");
    }

    /** What a person reads in an element. */
    String text(String selector) throws IOException {
        return value(ask(selector, "GET", "/text", ""));
    }

    /** What the style sheets make of a property of an element. */
    String style(String selector, String property) throws IOException {
        return value(ask(selector, "GET", "/css/" + property, ""));
    }

    /** The value of a cookie of the page, one that its scripts cannot read included. */
    String cookie(String name) throws IOException {
        return value(send(client, "GET", session + "/cookie/" + name, ""));
    }

    /** What a function with this body returns in the page, as a string. */
    String run(String body) throws IOException {
        String script = quoted("return String((() => {" + body + "})())");
        return value(post("/execute/sync", "{\"args\": [], \"script\": " + script + "}"));
    }

    /** The errors on the console since the last call, as JSON: {@code {"value":[]}} for none. */
    String errors() throws IOException {
        return post("/se/log", "{\"type\": \"browser\"}");
    }

    /** Ends the browser; its profile goes with it. */
    @Override
    public void close() throws IOException {
        try {
            send(client, "DELETE", session, "");
        } finally {
            end(driver);
        }
    }

    private static void end(Process driver) {
        driver.descendants().forEach(ProcessHandle::destroy);
        driver.destroy();
    }

    /** Once more where the next page came between finding the element and asking. */
    private String ask(String selector, String method, String path, String json) throws IOException {
        String find = "{\"using\": \"css selector\", \"value\": " + quoted(selector) + "}";
        for (int tries = 1; ; tries++) {
            String element = found(ELEMENT, post("/element", find));
            try {
                return send(client, method, session + "/element/" + element + path, json);
            } catch (IOException e) {
                if (tries == TRIES || !String.valueOf(e.getMessage()).contains("stale element reference")) {
                    throw e;
                }
            }
        }
    }

    private String post(String path, String json) throws IOException {
        return send(client, "POST", session + path, json);
    }

    private static String send(RawClient client, String method, String path, String json) throws IOException {
        RawResponse answer = client.send(
                RawRequest.of(method, path, "Content-Type: application/json").withBody(RawRequest.utf8(json)));
        if (answer.status() != 200) {
            String words = answer.body().replaceFirst("(?s),\"stacktrace\".*", "");
            throw new IOException(method + " " + path + " " + json + ": " + words);
        }
        return answer.body();
    }

    private static int port(Process driver) throws IOException {
        BufferedReader lines = driver.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher started = PORT.matcher(line);
            if (started.find()) {
                return Integer.parseInt(started.group(1));
            }
        }
        throw new IOException("chromedriver ended before it listened");
    }

    private static String value(String answer) throws IOException {
        return ESCAPE.matcher(found(VALUE, answer)).replaceAll(escape -> Matcher.quoteReplacement(character(escape)));
    }

    private static String found(Pattern pattern, String answer) throws IOException {
        Matcher matcher = pattern.matcher(answer);
        if (!matcher.find()) {
            throw new IOException("not understood: " + answer);
        }
        return matcher.group(1);
    }

    private static String character(MatchResult escape) {
        String code = escape.group(1);
        if (code != null) {
            return String.valueOf((char) Integer.parseInt(code, 16));
        }
        int control = "bfnrt".indexOf(escape.group(2));
        return control < 0 ? escape.group(2) : "\b\f\n\r\t".substring(control, control + 1);
    }

    /** Control characters have no place in what is sent. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

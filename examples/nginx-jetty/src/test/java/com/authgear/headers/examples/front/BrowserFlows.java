package com.authgear.headers.examples.front;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.Ports;
import com.authgear.headers.harness.ProxyOfThisMachine;
import com.authgear.headers.harness.ProxyProgram;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/**
 * A person with a browser at an example: every example has these pages. The cookie {@code session=erin} is a login of two
 * hours ago.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class BrowserFlows {
    /** Behind Jetty. */
    protected static final Supplier<Optional<Path>> EMBEDDED = Optional::empty;
    /** Behind NGINX, where it is installed. */
    protected static final Supplier<Optional<Path>> NGINX =
            () -> Optional.of(ProxyOfThisMachine.orSkip(ProxyProgram.NGINX));

    private static final String OTHER_USER = "Another user has logged in";

    private final Path configuration;
    private final Supplier<Optional<Path>> nginx;
    private final Backend.Starter starter;
    private final String secret;
    private ChromeDriver browser;
    private Deployment deployment;

    /**
     * One of an example behind a front.
     *
     * @param configuration the folder of the NGINX files
     * @param nginx the front
     * @param starter of the example
     * @param secret what front and backend share
     */
    protected BrowserFlows(Path configuration, Supplier<Optional<Path>> nginx, Backend.Starter starter, String secret) {
        this.configuration = configuration;
        this.nginx = nginx;
        this.starter = starter;
        this.secret = secret;
    }

    @BeforeAll
    void start() throws IOException {
        browser = BrowserOfThisMachine.startOrSkip();
        deployment = new Deployment(nginx.get(), configuration, Ports.ANY, starter, secret);
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.quit();
        }
        if (deployment != null) {
            deployment.close();
        }
    }

    @BeforeEach
    void forgetTheUser() {
        browser.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of());
    }

    @AfterEach
    void consoleIsEmpty() {
        assertThat(console()).isEmpty();
    }

    @Test
    void loginLeadsBackToThePageThatWasAskedFor() {
        open("/account?month=may&year=1");
        logInAs("alice");
        see("Account of alice");
        assertThat(browser.getCurrentUrl()).isEqualTo(url("/account?month=may&year=1"));
    }

    @Test
    void startPageIsForEverybodyAndOffersTheLogin() {
        open("/");
        see("You are nobody");
        browser.findElement(By.linkText("Log in")).click();
        logInAs("bob");
        see("Account of bob");
        open("/");
        see("You are bob");
    }

    @Test
    void oldLoginIsRenewedForATransfer() {
        openAs("erin", "/transfer");
        transfer();
        logInAs("erin");
        see("Transfer");
        transfer();
        see("Transferred 5");
        assertThat(browser.findElement(By.tagName("main")).getCssValue("border-top-left-radius"))
                .as("style sheet of an answer to a post")
                .isEqualTo("14px");
    }

    @Test
    void anotherUserIsTold() {
        openAs("grace", "/transfer");
        transfer();
        logInAs("bob");
        see(OTHER_USER);
        // axe-core takes a ground that no style sheet paints for white.
        expectNoViolation();
        assertThat(ink("light")).isNotEqualTo(ink("dark"));
        open("/account");
        see("Account of bob");
    }

    @Test
    void logoutLeadsToTheStartAndThenToTheLoginAgain() {
        openAs("alice", "/account");
        browser.findElement(button("Log out")).click();
        see("You are nobody");
        open("/account");
        logInAs("bob");
        see("Account of bob");
    }

    @Test
    void everyPageIsForEverybodyInTheDarkAndInTheLight() {
        open("/");
        expectAccessible();
        open("/account");
        browser.findElement(user("alice"));
        expectAccessible();
        logInAs("alice");
        see("Account of alice");
        expectAccessible();
        open("/transfer");
        expectAccessible();
        transfer();
        see("Transferred 5");
        expectAccessible();
    }

    /** What it has said since it was read last. */
    private List<LogEntry> console() {
        return browser.manage().logs().get(LogType.BROWSER).getAll();
    }

    private void open(String path) {
        browser.get(url(path));
    }

    private String url(String path) {
        return Deployment.address(deployment.front().port()) + path;
    }

    /** With the session of a user who has not logged in here. */
    private void openAs(String user, String path) {
        open("/");
        browser.manage().addCookie(new Cookie("session", user));
        open(path);
    }

    /** On the page of the stub, which tells who each is. */
    private void logInAs(String user) {
        WebElement choice = browser.findElement(user(user));
        assertThat(choice.getText()).startsWith(user).contains("verified");
        choice.click();
    }

    private static By user(String name) {
        return By.cssSelector("button[value=" + name + "]");
    }

    private void transfer() {
        browser.findElement(By.name("amount")).sendKeys("5");
        browser.findElement(button("Transfer")).click();
    }

    private static By button(String text) {
        return By.xpath("//button[normalize-space()='" + text + "']");
    }

    /** Waits for the page. */
    private void see(String title) {
        browser.findElement(By.xpath("//h1[normalize-space()='" + title + "']"));
    }

    /** By the rules of axe-core, which include the contrast. */
    private void expectAccessible() {
        expectNoViolation();
        ink("dark");
        expectNoViolation();
        assertThat(ink("light")).isNotEqualTo(ink("dark"));
    }

    private String ink(String scheme) {
        Map<String, String> preference = Map.of("name", "prefers-color-scheme", "value", scheme);
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(preference)));
        return browser.findElement(By.tagName("h1")).getCssValue("color");
    }

    private void expectNoViolation() {
        if (Boolean.FALSE.equals(browser.executeScript("return 'axe' in window"))) {
            browser.executeScript(axe());
        }
        Object violations = browser.executeAsyncScript("""
                const done = arguments[0];
                axe.run().then(result => done(result.violations.flatMap(violation =>
                    violation.nodes.map(node => violation.help + ': ' + node.html + ' ' + node.failureSummary))));
                """);
        assertThat(violations).as(browser.getCurrentUrl()).isEqualTo(List.of());
    }

    private static String axe() {
        try (InputStream script = Objects.requireNonNull(BrowserFlows.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

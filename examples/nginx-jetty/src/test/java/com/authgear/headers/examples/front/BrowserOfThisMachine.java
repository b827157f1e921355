package com.authgear.headers.examples.front;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.abort;

import com.authgear.headers.harness.ProxyProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium where it is installed. Where AUTHGEAR_REQUIRE_BROWSER is true its absence is a failure, not a skip. */
final class BrowserOfThisMachine {
    private BrowserOfThisMachine() {}

    /** One without a window and with a new profile, whose console keeps all that it says. */
    static ChromeDriver startOrSkip() {
        String path = System.getenv().getOrDefault("PATH", "");
        Optional<Path> driver = ProxyProgram.find("chromedriver", path);
        Optional<Path> browser = ProxyProgram.find("chromium", path);
        return driver.isPresent() && browser.isPresent() ? start(driver.get(), browser.get()) : skip();
    }

    private static ChromeDriver start(Path driver, Path browser) {
        ChromeDriverService service = ChromeDriverService.createDefaultService();
        service.setExecutable(driver.toString());
        LoggingPreferences console = new LoggingPreferences();
        console.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.toFile());
        options.addArguments("headless=new", "no-sandbox", "disable-gpu", "disable-dev-shm-usage", "no-proxy-server");
        options.setCapability(ChromeOptions.LOGGING_PREFS, console);
        // What a click leads to is there a little later.
        options.setImplicitWaitTimeout(Duration.ofSeconds(30));
        return new ChromeDriver(service, options);
    }

    private static ChromeDriver skip() {
        String message = "no chromium and chromedriver in the PATH, so nothing was tested in a browser";
        assertFalse(Boolean.parseBoolean(System.getenv("AUTHGEAR_REQUIRE_BROWSER")), message);
        System.out.println("SKIPPED: " + message);
        return abort(message);
    }
}

package com.authgear.headers.bootsuite;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.abort;

import com.authgear.headers.harness.ProxyProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Debian's Chromium where it is installed. Where AUTHGEAR_REQUIRE_BROWSER is true its absence is a failure, not a skip. */
final class BrowserOfThisMachine {
    private BrowserOfThisMachine() {}

    static Browser startOrSkip() throws IOException {
        String path = System.getenv().getOrDefault("PATH", "");
        Optional<Path> driver = ProxyProgram.find("chromedriver", path);
        Optional<Path> browser = ProxyProgram.find("chromium", path);
        return driver.isPresent() && browser.isPresent() ? Browser.start(driver.get(), browser.get()) : skip();
    }

    private static Browser skip() {
        String message = "no chromium and chromedriver in the PATH, so nothing was tested in a browser";
        assertFalse(Boolean.parseBoolean(System.getenv("AUTHGEAR_REQUIRE_BROWSER")), message);
        System.out.println("SKIPPED: " + message);
        return abort(message);
    }
}

package com.authgear.headers.bootsuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.examples.front.Backend;
import com.authgear.headers.examples.front.Deployment;
import com.authgear.headers.examples.springboot.app.NotesApplication;
import com.authgear.headers.harness.Ports;
import com.authgear.headers.harness.ProxyOfThisMachine;
import com.authgear.headers.harness.ProxyProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A person with a browser at the example spring-boot-app, which runs on this line of Spring Boot. */
final class BrowserTests {
    private static final Path NGINX_FILES = Path.of("../../examples/proxies/nginx");
    private static final Path SETTINGS = Path.of("../../examples/spring-boot-app/src/main/resources/application.yml");

    @Test
    void notesAreKeptBehindTheEmbeddedFront() throws IOException {
        keepNotes(Optional.empty());
    }

    @Test
    void notesAreKeptBehindNginx() throws IOException {
        keepNotes(Optional.of(ProxyOfThisMachine.orSkip(ProxyProgram.NGINX)));
    }

    private static void keepNotes(Optional<Path> nginx) throws IOException {
        try (Browser browser = BrowserOfThisMachine.startOrSkip();
                Deployment deployment =
                        new Deployment(nginx, NGINX_FILES, Ports.ANY, BrowserTests::start, Requests.SECRET)) {
            browser.open("http://127.0.0.1:" + deployment.front().port() + "/");
            assertThat(browser.text("h1")).isEqualTo("You are nobody");
            browser.click("form[action='/login'] button");
            browser.click("button[value=alice]");
            assertThat(browser.text("form[action='/logout'] button")).isEqualTo("Log out");
            assertThat(browser.text("h1")).isEqualTo("You are alice");
            String token = browser.cookie("XSRF-TOKEN");
            for (int notes = 1; notes <= 2; notes++) {
                browser.type("input[name=text]", "note " + notes);
                browser.click("form.note button");
                // The newest is the first.
                assertThat(browser.text("li:nth-child(" + notes + ")")).isEqualTo("note 1");
                assertThat(browser.text("li:first-child")).isEqualTo("note " + notes);
                assertThat(browser.style("main", "border-top-left-radius")).isEqualTo("14px");
                assertThat(browser.cookie("XSRF-TOKEN")).isEqualTo(token);
            }
            browser.click("form[action='/logout'] button");
            assertThat(browser.text("form[action='/login'] button")).isEqualTo("Log in");
            assertThat(browser.errors()).isEqualTo("{\"value\":[]}");
        }
    }

    private static Backend start(int port) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(
                        NotesApplication.class, ContainerChoice.class)
                .run(
                        "--spring.config.location=" + SETTINGS.toUri(),
                        "--server.port=" + port,
                        "--authgear.headers.shared-secret=" + Requests.SECRET);
        return new Backend(
                context.getEnvironment().getRequiredProperty("local.server.port", Integer.class), context::close);
    }
}

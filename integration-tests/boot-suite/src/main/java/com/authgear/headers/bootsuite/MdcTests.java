package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static com.authgear.headers.bootsuite.Requests.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** Log lines name the user of their request, never that of another. */
@Timeout(60)
final class MdcTests {
    private static final Setup OFF =
            Setup.secret().with(MdcProbe.class).with("authgear.headers.public-paths=/public/**");
    /** One thread for requests and one for async work, so that each request meets what the last one left on it. */
    private static final Setup ON = OFF.with(
            "authgear.headers.mdc=true",
            "server.tomcat.threads.max=1",
            "server.tomcat.threads.min-spare=1",
            "spring.task.execution.pool.core-size=1",
            "spring.task.execution.pool.max-size=1");

    private static final List<String> PATHS = List.of("/mdc", "/mdc/callable", "/mdc/async");

    @ParameterizedTest
    @EnumSource
    void everyThreadOfARequestNamesItsUser(Container container) throws IOException {
        Application application = ON.on(container);
        for (String path : PATHS) {
            assertThat(application.body(Requests.as(ALICE, path))).as(path).isEqualTo("alice");
            assertThat(application.body(Requests.nobody("/public" + path)))
                    .as(path)
                    .isEqualTo("null");
            assertThat(application.body(Requests.as(BOB, "/public" + path)))
                    .as(path)
                    .isEqualTo("bob");
        }
    }

    @ParameterizedTest
    @EnumSource
    void forwardNamesTheUserAndSoDoesWhatComesAfterIt(Container container) throws IOException {
        Application application = ON.on(container);
        assertThat(application.body(Requests.as(ALICE, "/forward?to=/mdc"))).isEqualTo("alice");
        assertThat(application.body(Requests.as(ALICE, "/include?to=/mdc"))).isEqualTo("[alice]");
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftOnAThread(Container container) throws Exception {
        Application application = ON.on(container);
        MdcProbe probe = application.context().getBean(MdcProbe.class);
        for (String path : List.of("/mdc", "/mdc/callable", "/mdc/async", "/mdc/failure", "/mdc/late-failure", "/no")) {
            probe.drain();
            application.send(Requests.as(ALICE, path));
            assertThat(application.body(Requests.nobody("/public/mdc")))
                    .as(path)
                    .isEqualTo("null");
            assertThat(application.body(Requests.nobody("/public/mdc/callable")))
                    .as(path)
                    .isEqualTo("null");
            assertThat(probe.drain()).as(path).isNotEmpty().containsOnly("before null", "after null");
        }
    }

    @Test
    void forgeryIsNotNamed() throws Exception {
        Application application = ON.on(Container.TOMCAT);
        MdcProbe probe = application.context().getBean(MdcProbe.class);
        probe.drain();
        application.send(Requests.forged(ALICE, "/public/mdc"));
        assertThat(probe.drain()).containsOnly("before null", "after null");
    }

    /** With the pattern of docs/spring.md, for which Boot has a property. */
    @Test
    void lineOfTheLogNamesTheUser() throws IOException {
        Application application = ON.on(Container.TOMCAT);
        Logger logger = (Logger) LoggerFactory.getLogger(MdcController.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        application.send(Requests.as(ALICE, "/mdc"));
        application.send(Requests.nobody("/public/mdc"));
        logger.detachAppender(lines);
        PatternLayout layout = new PatternLayout();
        layout.setContext(logger.getLoggerContext());
        layout.setPattern("[%X{authgear.user_id:-}] %m");
        layout.start();
        assertThat(lines.list.stream().map(layout::doLayout))
                .containsExactly("[alice] a line of the application", "[] a line of the application");
    }

    @Test
    void mdcIsEmptyUnlessTurnedOn() throws IOException {
        assertThat(OFF.on(Container.TOMCAT).body(Requests.as(ALICE, "/mdc"))).isEqualTo("null");
    }
}

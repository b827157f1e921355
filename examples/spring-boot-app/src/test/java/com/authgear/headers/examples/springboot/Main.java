package com.authgear.headers.examples.springboot;

import com.authgear.headers.examples.front.Backend;
import com.authgear.headers.examples.front.Deployment;
import com.authgear.headers.examples.front.ExampleMain;
import com.authgear.headers.harness.Ports;
import com.authgear.headers.harness.Row;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;

/** Starts the deployment until Ctrl-C, or checks it. */
@Command(version = "authgear-headers spring-boot-app example")
public final class Main extends ExampleMain {
    private Main() {}

    /**
     * The program.
     *
     * @param arguments see --help
     */
    public static void main(String... arguments) {
        run(new Main(), arguments);
    }

    @Override
    protected String folder() {
        return "spring-boot-app";
    }

    @Override
    protected Backend startBackend(Ports ports) throws IOException {
        return SpringBackend.start(ports);
    }

    @Override
    protected List<Row> rows(Deployment deployment) {
        return ExampleRows.of(deployment);
    }

    @Override
    protected String welcome(Deployment deployment) {
        return new Welcome(deployment).text();
    }
}

package com.authgear.headers.examples.nginxjetty;

import com.authgear.headers.examples.front.Backend;
import com.authgear.headers.examples.front.Deployment;
import com.authgear.headers.examples.front.ExampleMain;
import com.authgear.headers.harness.PortInUseException;
import com.authgear.headers.harness.Ports;
import com.authgear.headers.harness.Row;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;

/** Starts the deployment until Ctrl-C, or checks it. */
@Command(version = "authgear-headers nginx-jetty example")
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
        return "nginx-jetty";
    }

    @Override
    protected Backend startBackend(Ports ports) throws IOException {
        return start(ports);
    }

    static Backend start(Ports ports) throws IOException {
        try {
            JettyBackend backend = JettyBackend.start(
                    ports.backend(), Deployment.address(ports.resolver()), Deployment.address(ports.front()));
            return new Backend(backend.port(), backend::close);
        } catch (IOException e) {
            throw new PortInUseException("the backend", ports.backend(), "BACKEND_PORT", e);
        }
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

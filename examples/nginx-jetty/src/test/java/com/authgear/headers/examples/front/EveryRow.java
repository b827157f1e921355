package com.authgear.headers.examples.front;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.Check;
import com.authgear.headers.harness.Ports;
import com.authgear.headers.harness.Row;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The check of an example, as a test.
 *
 * @param configuration the folder of the NGINX files
 * @param starter starts its backend
 * @param rows its table
 */
public record EveryRow(Path configuration, Backend.Starter starter, Function<Deployment, List<Row>> rows) {
    /** Behind an NGINX, or the embedded front for none; returns the printed table. */
    public String holdsBehind(Optional<Path> nginx) throws IOException {
        String secret = System.getenv(Backend.SECRET_VARIABLE);
        StringWriter printed = new StringWriter();
        try (Deployment deployment = new Deployment(nginx, configuration, Ports.ANY, starter, secret)) {
            int failed = new Check(new PrintWriter(printed)).run(rows.apply(deployment));
            assertThat(failed).as(printed.toString()).isZero();
        }
        return printed.toString();
    }
}

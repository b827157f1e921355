package com.authgear.headers.examples.nginxjetty;

import com.authgear.headers.examples.front.Backend;
import com.authgear.headers.examples.front.BrowserFlows;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;

final class BrowserTests {
    @Nested
    final class BehindNginx extends Flows {
        BehindNginx() {
            super(NGINX);
        }
    }

    @Nested
    final class BehindTheEmbeddedFront extends Flows {
        BehindTheEmbeddedFront() {
            super(EMBEDDED);
        }
    }

    abstract static class Flows extends BrowserFlows {
        Flows(Supplier<Optional<Path>> nginx) {
            super(Path.of("../proxies/nginx"), nginx, Main::start, System.getenv(Backend.SECRET_VARIABLE));
        }
    }
}

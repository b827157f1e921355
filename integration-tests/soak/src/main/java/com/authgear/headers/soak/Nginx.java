package com.authgear.headers.soak;

import com.authgear.headers.harness.ProxyProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** NGINX, which is told to read its files again while it is loaded. */
record Nginx(ProxyProcess process) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    int port() {
        return process.port();
    }

    /** The processes that answer. */
    List<ProcessHandle> workers() {
        return process.handle().children().toList();
    }

    /** As {@code nginx -s reload} does; returns when no worker of before is left. */
    void reload() throws IOException {
        List<ProcessHandle> before = workers();
        signal("HUP");
        if (!Waiting.until(() -> before.stream().noneMatch(ProcessHandle::isAlive), PATIENCE)) {
            throw new IOException("the workers of NGINX did not end");
        }
    }

    private void signal(String name) throws IOException {
        String pid = Long.toString(process.handle().pid());
        Process kill = new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid)
                .inheritIO()
                .start();
        if (kill.onExit().join().exitValue() != 0) {
            throw new IOException("NGINX is not there to be told");
        }
    }
}

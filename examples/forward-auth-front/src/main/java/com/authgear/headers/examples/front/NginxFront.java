package com.authgear.headers.examples.front;

import com.authgear.headers.rawhttp.RawClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The real NGINX, with the files of the folder nginx and nothing else of this machine's. */
final class NginxFront implements Front {
    private static final long START_SECONDS = 10;
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Process process;
    private final int port;

    private NginxFront(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The folder, which holds the secret, is kept by itself: it must go whatever becomes of the program. */
    static NginxFront start(Started started, Path nginx, Path configuration, Ports ports, String secret)
            throws IOException {
        Ports chosen = new Ports(freePort(ports.front()), ports.backend(), ports.resolver());
        NginxFolder folder = started.start(NginxFolder::create);
        folder.fill(configuration, chosen, secret, nginx);
        NginxFront front = started.start(() -> new NginxFront(run(nginx, folder), chosen.front()));
        front.awaitAnswer();
        return front;
    }

    @Override
    public String description() {
        return "NGINX";
    }

    @Override
    public int port() {
        return port;
    }

    /** TERM is NGINX's fast shutdown; the workers end before the master does. */
    @Override
    public void close() {
        process.destroy();
        if (!endsWithin(START_SECONDS)) {
            process.destroyForcibly().onExit().join();
        }
    }

    private static Process run(Path nginx, NginxFolder folder) throws IOException {
        return new ProcessBuilder(command(nginx, folder)).inheritIO().start();
    }

    private static List<String> command(Path nginx, NginxFolder folder) {
        // Workers of a root-started NGINX would become nobody, who cannot read the folder.
        String user = System.getProperty("user.name").equals("root") ? " user root;" : "";
        return List.of(
                nginx.toString(),
                "-p",
                folder.path().toString(),
                "-e",
                "stderr",
                "-c",
                "nginx.conf",
                "-g",
                "daemon off;" + user);
    }

    private void awaitAnswer() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("nginx did not start; its message stands above");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private boolean answers() {
        try (Socket socket = RawClient.of(port).connect()) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean endsWithin(long seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** NGINX cannot be asked for any free port, nor does it tell in a readable way that one is taken. */
    private static int freePort(int port) throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new PortInUseException("the front", port, "FRONT_PORT", e);
        }
    }
}

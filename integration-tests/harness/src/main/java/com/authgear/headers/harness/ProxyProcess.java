package com.authgear.headers.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A proxy that is a program of this machine, with the files of a recipe and nothing else. */
public final class ProxyProcess implements Front {
    private static final int ATTEMPTS = 3;
    private static final long START_SECONDS = 30;
    private static final long STOP_SECONDS = 10;
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final String name;
    private final Process process;
    private final int port;

    private ProxyProcess(String name, Process process, int port) {
        this.name = name;
        this.process = process;
        this.port = port;
    }

    /** How to start it. */
    @FunctionalInterface
    interface Command {
        ProcessBuilder in(Path folder) throws IOException;
    }

    /** Tries again with another port if another program takes the chosen one before the proxy listens. */
    static ProxyProcess start(Started started, String name, Recipe recipe, Command command) throws IOException {
        boolean any = recipe.ports().front() == 0;
        for (int left = any ? ATTEMPTS : 1; ; left--) {
            ProxyProcess front = tryToStart(started, name, recipe, command);
            if (front.awaitAnswer()) {
                return front;
            }
            if (left == 1) {
                throw new IOException(name + " did not start; its message stands above");
            }
        }
    }

    /** Registers the folder first, so that it, with the secret in it, is deleted even if the program does not start. */
    private static ProxyProcess tryToStart(Started started, String name, Recipe recipe, Command command)
            throws IOException {
        Recipe chosen = recipe.at(freePort(recipe.ports().front()));
        Path folder = started.start(() -> new Folder(Files.createTempDirectory("authgear-proxy")))
                .path();
        chosen.fill(folder);
        ProcessBuilder program = command.in(folder).directory(folder.toFile()).inheritIO();
        int port = chosen.ports().front();
        return started.start(() -> new ProxyProcess(name, program.start(), port));
    }

    @Override
    public String description() {
        return name;
    }

    @Override
    public int port() {
        return port;
    }

    /** The program itself, without its workers. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** TERM is the fast shutdown of NGINX, Caddy and HAProxy. Their workers end before the master does. */
    @Override
    public void close() {
        process.destroy();
        if (!endsWithin(STOP_SECONDS)) {
            process.destroyForcibly().onExit().join();
        }
    }

    /** Waits until the proxy listens; false if it has ended instead. */
    private boolean awaitAnswer() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!answers()) {
            if (!process.isAlive()) {
                return false;
            }
            if (System.nanoTime() > deadline) {
                throw new IOException(name + " does not listen on port " + port + " after " + START_SECONDS + " s");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return process.isAlive();
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

    /** These programs can neither choose a free port nor report clearly that a port is taken. */
    public static int freePort(int port) throws IOException {
        try (ServerSocket reserved = reserve(port)) {
            return reserved.getLocalPort();
        }
    }

    /** Keeps a port, or any free one for 0, from all others until it is closed. */
    public static ServerSocket reserve(int port) throws IOException {
        ServerSocket reserved = new ServerSocket();
        try {
            reserved.setReuseAddress(true);
            reserved.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return reserved;
        } catch (IOException e) {
            reserved.close();
            throw new PortInUseException("the front", port, "FRONT_PORT", e);
        }
    }

    /** A private copy of a proxy's files, readable by this user only because it contains the secret. */
    private record Folder(Path path) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}

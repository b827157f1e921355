package com.authgear.headers.servlet;

import com.authgear.headers.servlet.peer.InnermostRequest;
import com.authgear.headers.servlet.peer.ReflectiveGetter;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Closeable;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads and drops the body of a refused request before the answer, because a proxy that is still sending it would
 * answer 502 when the connection closes. No thread waits for the client: after one second or 16 MiB the request is
 * answered anyway and the connection closes.
 */
final class UnreadBody implements ReadListener, AsyncListener {
    private static final long TIMEOUT_MILLIS = 1_000;
    /** Ends a body that arrives without a pause, since the timeout waits while it is read. */
    private static final int MAX_BYTES = 16 * 1024 * 1024;

    private static final int BUFFER_BYTES = 16 * 1024;
    /** An include must not answer for its page, and an error page is already an answer. */
    private static final Set<DispatcherType> DISPATCHES =
            EnumSet.of(DispatcherType.REQUEST, DispatcherType.FORWARD, DispatcherType.ASYNC);

    /** Content without bytes marks the end of the body; {@code isFinished} is true only after it was read. */
    private static final ReflectiveGetter JETTY_HAS_CONTENT =
            ReflectiveGetter.ofJetty("hasContent", "servlet.HttpInput");

    private static final ReflectiveGetter EXCHANGE =
            new ReflectiveGetter("getExchange", "io.undertow.servlet.spec.HttpServletRequestImpl");
    private static final ReflectiveGetter CONNECTION =
            new ReflectiveGetter("getConnection", "io.undertow.server.HttpServerExchange");

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Answer answer;
    private final RefusalLog log;
    private final AsyncContext context;
    private int left = MAX_BYTES;
    private boolean answered;
    private boolean finished;

    /** Writes the answer. */
    @FunctionalInterface
    interface Answer {
        void send() throws IOException, ServletException;
    }

    private UnreadBody(HttpServletRequest request, HttpServletResponse response, Answer answer, RefusalLog log) {
        this.request = request;
        this.response = response;
        this.answer = answer;
        this.log = log;
        context = request.startAsync(request, response);
    }

    /**
     * Answers a refused request: at once if it has no body, or one that cannot be read without blocking; otherwise when
     * the body has been read or the time is over, so perhaps after the return and on another thread.
     */
    static void drain(HttpServletRequest request, HttpServletResponse response, Answer answer, RefusalLog log)
            throws IOException, ServletException {
        boolean possible = DISPATCHES.contains(request.getDispatcherType())
                && !request.isAsyncStarted()
                && !response.isCommitted();
        if (!possible || isRead(request)) {
            answer.send();
        } else if (request.isAsyncSupported()) {
            new UnreadBody(request, response, answer, log).start();
        } else {
            log.bodyLeftUnread();
            answer.send();
        }
    }

    /** Whether there is no body, or none left. An HTTP/2 body may be unannounced, so the container is asked. */
    private static boolean isRead(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        boolean announced = length > 0 || request.getHeader("Transfer-Encoding") != null;
        if (length == 0 || (!announced && isHttp1(request))) {
            return true;
        }
        try {
            if (isAwaitingContinue(request)) {
                return false;
            }
            ServletInputStream body = stream(request);
            return body.available() == 0 && (body.isFinished() || Boolean.TRUE.equals(JETTY_HAS_CONTENT.on(body)));
        } catch (IllegalStateException | IOException readByOthersOrBroken) {
            return false;
        }
    }

    private static boolean isHttp1(HttpServletRequest request) {
        return request.getProtocol().startsWith("HTTP/1");
    }

    /** Over HTTP/2 it is not answered early: Undertow closes the connection when the body comes all the same. */
    private static boolean isAwaitingContinue(HttpServletRequest request) {
        return isHttp1(request) && request.getHeader("Expect") != null;
    }

    /** The container's own, since that of a wrapper may not support listeners. */
    private static ServletInputStream stream(HttpServletRequest request) throws IOException {
        return InnermostRequest.of(request).getInputStream();
    }

    /** A client that waits for permission to send its body is answered first; it may send the body nevertheless. */
    private void start() {
        context.setTimeout(TIMEOUT_MILLIS);
        context.addListener(this);
        try {
            if (isAwaitingContinue(request)) {
                answer(false);
                response.flushBuffer();
            }
            stream(request).setReadListener(this);
        } catch (IllegalStateException | UnsupportedOperationException | IOException readByOthersOrBroken) {
            finish(false);
        }
    }

    @Override
    public void onDataAvailable() throws IOException {
        ServletInputStream body = stream(request);
        byte[] buffer = new byte[BUFFER_BYTES];
        int read = 0;
        while (left > 0 && read >= 0 && body.isReady()) {
            read = body.read(buffer);
            left -= Math.max(read, 1);
        }
        if (left <= 0) {
            finishHere(false);
        }
    }

    @Override
    public void onAllDataRead() {
        finishHere(true);
    }

    @Override
    public void onError(Throwable failure) {
        finish(false);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        finish(false);
    }

    @Override
    public void onError(AsyncEvent event) {
        finish(false);
    }

    @Override
    public void onComplete(AsyncEvent event) {
        // There is nothing to release.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // This class completes the context and never starts it again.
    }

    /**
     * Finishes on the container's thread: if it did so on another one, Tomcat could recycle the response meanwhile,
     * when the client resets the connection, and the answer would spoil another request. Undertow recycles none, but
     * calls this on a thread that must not block.
     */
    private void finishHere(boolean whole) {
        if (exchange() == null) {
            finish(whole);
        } else {
            context.start(() -> finish(whole));
        }
    }

    /** Undertow's exchange, or null on another container. */
    private @Nullable Object exchange() {
        return EXCHANGE.on(InnermostRequest.of(request));
    }

    /** Answers once. A second caller waits: a container would treat a timeout that returns early as not handled. */
    private synchronized void finish(boolean whole) {
        if (finished) {
            return;
        }
        finished = true;
        answer(whole);
        if (!whole) {
            breakConnection();
        }
        context.complete();
    }

    private void answer(boolean whole) {
        if (answered) {
            return;
        }
        answered = true;
        try {
            if (!whole && isHttp1(request)) {
                response.setHeader("Connection", "close");
            }
            if (!response.isCommitted()) {
                answer.send();
            }
        } catch (IOException | ServletException | RuntimeException failed) {
            log.answerFailed(failed);
            if (!response.isCommitted()) {
                response.resetBuffer();
                response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            }
        }
    }

    /** Jetty and Tomcat do so by themselves; Undertow would first read the rest of the body and block a thread. */
    private void breakConnection() {
        try {
            response.flushBuffer();
            if (CONNECTION.on(exchange()) instanceof Closeable connection) {
                connection.close();
            }
        } catch (IOException gone) {
            // The client has closed the connection.
        }
    }
}

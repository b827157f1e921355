package com.authgear.headers.servlet;

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
 * The body of a refused request. It is read and dropped before the answer, because a proxy that is still sending it
 * answers 502 when the connection closes. No thread waits for the client: a second after the refusal, or after 16 MiB,
 * the request is answered all the same and the connection closes.
 */
final class UnreadBody implements ReadListener, AsyncListener {
    private static final long TIMEOUT_MILLIS = 1_000;
    /** Ends a body that comes without a pause: while it is read, the timeout waits. */
    private static final int MAX_BYTES = 16 * 1024 * 1024;

    private static final int BUFFER_BYTES = 16 * 1024;
    /** What is included must not answer for its page, and an error page is an answer already. */
    private static final Set<DispatcherType> DISPATCHES =
            EnumSet.of(DispatcherType.REQUEST, DispatcherType.FORWARD, DispatcherType.ASYNC);

    /** Of no bytes, it is the end, which {@code isFinished} tells only when it has been read. */
    private static final NamedMethod JETTY_HAS_CONTENT = new NamedMethod(
            "hasContent", "org.eclipse.jetty.ee10.servlet.HttpInput", "org.eclipse.jetty.ee11.servlet.HttpInput");

    private static final NamedMethod EXCHANGE =
            new NamedMethod("getExchange", "io.undertow.servlet.spec.HttpServletRequestImpl");
    private static final NamedMethod CONNECTION =
            new NamedMethod("getConnection", "io.undertow.server.HttpServerExchange");

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Answer answer;
    private final RefusalLog log;
    private final AsyncContext context;
    private int left = MAX_BYTES;
    private boolean answered;
    private boolean finished;

    /** What the client hears. */
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
     * Answers a refused request: when its body has been read or the time is over, so perhaps after the return and on
     * another thread; at once where there is no body, or none that can be read without holding a thread.
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

    /** Whether there is no body, or none left. HTTP/2 announces none: its container is asked. */
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

    /** The container's own: that of a wrapper may not know of listeners. */
    private static ServletInputStream stream(HttpServletRequest request) throws IOException {
        return InnermostRequest.of(request).getInputStream();
    }

    /** A client that waits to be asked for its body is answered instead; it may send the body all the same. */
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
        // Nothing is kept.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // It is completed here, and never dispatched.
    }

    /**
     * On the container's thread: on another one Tomcat recycles the response under its hands when the client resets the
     * connection, and the answer spoils somebody else's request. Undertow, which recycles none, calls this on a thread that
     * must not block.
     */
    private void finishHere(boolean whole) {
        if (exchange() == null) {
            finish(whole);
        } else {
            context.start(() -> finish(whole));
        }
    }

    /** Of Undertow, or null. */
    private @Nullable Object exchange() {
        return EXCHANGE.on(InnermostRequest.of(request));
    }

    /** Once. Who comes second waits, since a container takes a timeout that returns for one that was not handled. */
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

    /** Jetty and Tomcat do so by themselves; Undertow reads the rest of the body first, and holds a thread for it. */
    private void breakConnection() {
        try {
            response.flushBuffer();
            if (CONNECTION.on(exchange()) instanceof Closeable connection) {
                connection.close();
            }
        } catch (IOException gone) {
            // So is the connection.
        }
    }
}
